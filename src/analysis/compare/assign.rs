//! Who is paired with whom: the one-to-one assignment with the greatest total value. Refuses to pair for a value of 0.
//!
//! The Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987), cubic in the longer side.

/// For each row of a matrix of values, none below 0, the column it is given. Rows may stay without one.
pub(super) fn assign(values: &[Vec<f32>]) -> Vec<Option<usize>> {
    let rows = values.len();
    let columns = values.first().map_or(0, Vec::len);
    let size = rows.max(columns);
    let value = |row: usize, column: usize| values.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
    // Costs are what is lost against the greatest value there is; rows and columns count from 1, 0 stands for none.
    let most = values.iter().flatten().copied().fold(0f32, f32::max);
    let cost = |row: usize, column: usize| f64::from(most - value(row - 1, column - 1));
    let (mut of_row, mut of_column) = (vec![0f64; size + 1], vec![0f64; size + 1]);
    let mut row_of = vec![0usize; size + 1];
    for row in 1..=size {
        let mut from = vec![0usize; size + 1];
        let mut least = vec![f64::INFINITY; size + 1];
        let mut seen = vec![false; size + 1];
        row_of[0] = row;
        let mut column = 0;
        while row_of[column] != 0 {
            seen[column] = true;
            let (here, mut step, mut next) = (row_of[column], f64::INFINITY, 0);
            for other in 1..=size {
                if seen[other] {
                    continue;
                }
                let reduced = cost(here, other) - of_row[here] - of_column[other];
                if reduced < least[other] {
                    (least[other], from[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if seen[other] {
                    of_row[row_of[other]] += step;
                    of_column[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[from[column]];
            column = from[column];
        }
    }
    let mut given = vec![None; rows];
    for (column, &row) in row_of.iter().skip(1).take(columns).enumerate() {
        if (1..=rows).contains(&row) && value(row - 1, column) > 0.0 {
            given[row - 1] = Some(column);
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn the_best_total_is_found_where_first_come_first_served_would_lose() {
        type Case<'a> = (&'a [&'a [f32]], &'a [Option<usize>]);
        let cases: &[Case<'_>] = &[
            (&[&[0.9, 0.8], &[0.8, 0.0]], &[Some(1), Some(0)]),
            (&[&[0.0, 0.0]], &[None]),
            (&[&[0.2], &[0.7], &[0.1]], &[None, Some(0), None]),
            (&[], &[]),
            (&[&[], &[]], &[None, None]),
        ];
        for (values, expected) in cases {
            let values: Vec<Vec<f32>> = values.iter().map(|row| row.to_vec()).collect();
            assert_eq!(assign(&values), *expected);
        }
    }
}
