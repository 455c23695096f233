//! Maps and sets that are asked for words, often: the hash is a quick one, keyed at random. Refuses to have an order.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// A map that is asked often, mostly for words.
pub type Map<K, V> = HashMap<K, V, RandomState>;

/// A set that is asked often, mostly for words.
pub type Set<T> = HashSet<T, RandomState>;
