//! What may have been meant.

/// The names closest to `wanted`, at most three: those that differ in letter case only, if there are any, else by edit distance as
/// far as a slip of the keyboard goes.
pub(crate) fn closest<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    // one slip in three letters; longer names may hold more
    let most = (wanted.chars().count() / 3).clamp(1, 4);
    let folded = wanted.to_lowercase();
    let mut ranked: Vec<(usize, &str)> = names
        .into_iter()
        .filter(|name| name.len().abs_diff(wanted.len()) <= most * 4)
        .filter_map(|name| {
            let distance = if name.to_lowercase() == folded { 0 } else { strsim::osa_distance(wanted, name) };
            (distance <= most).then_some((distance, name))
        })
        .collect();
    ranked.sort_unstable();
    ranked.dedup();
    if ranked.first().is_some_and(|(distance, _)| *distance == 0) {
        ranked.retain(|(distance, _)| *distance == 0);
    }
    ranked.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}
