//! The bytes of a document, which are many: shared by all who read them, and copied by none.

use std::ops::Deref;
use std::sync::Arc;

/// The bytes of a document. A clone is the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(Arc<Vec<u8>>);

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }
}

/// Copies them.
impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

/// Copies them.
impl From<&Vec<u8>> for Bytes {
    fn from(bytes: &Vec<u8>) -> Self {
        bytes.as_slice().into()
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Bytes;

    #[test]
    fn bytes_that_are_given_away_are_not_copied() {
        let bytes = vec![1, 2, 3];
        let at = bytes.as_ptr();
        let bytes = Bytes::from(bytes);
        assert_eq!((bytes.as_ptr(), bytes.clone().as_ptr()), (at, at));
    }
}
