//! The paths in a text of Rust, as far as they lead to the root of the crate.

/// Names that the root re-exports from elsewhere than the model.
const OF_THE_GRAPH: [&str; 2] = ["OrganizationGraph", "Valid"];

/// The text without comments, documentation included; strings stay.
pub(super) fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else {
            let length = literal(rest).unwrap_or(first.len_utf8());
            code.push_str(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    code
}

/// The length of the block comment at the beginning; such comments nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        at += match rest {
            [b'/', b'*', ..] => {
                depth += 1;
                2
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of the string or the character at the beginning, if there is one: two slashes in it begin no comment.
fn literal(text: &str) -> Option<usize> {
    if let Some(raw) = text.strip_prefix('r') {
        let marks = raw.len() - raw.trim_start_matches('#').len();
        let body = raw[marks..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(marks));
        return Some(2 + marks + body.find(&end)? + end.len());
    }
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let mut characters = text.char_indices().skip(1);
    let mut count = 0;
    while let Some((at, character)) = characters.next() {
        if character == quote {
            return Some(at + 1);
        }
        let escaped = character == '\\';
        if escaped {
            characters.next();
        }
        count += 1;
        // a lifetime, not a character; an escape may be longer
        if quote == '\'' && count > 1 && !text[1..].starts_with('\\') {
            return None;
        }
    }
    None
}

/// The rooms that a module uses, by paths from the root of the crate or up to it.
pub(super) fn rooms_used(steps: &[String], text: &str, rooms: &[&str]) -> Vec<String> {
    // paths may be broken over lines and spaces
    let code: String = without_comments(text).split_whitespace().fold(String::new(), |mut code, word| {
        let joins = |text: &str, end: bool| {
            let edge = if end { text.chars().next_back() } else { text.chars().next() };
            edge.is_some_and(|edge| edge.is_alphanumeric() || edge == '_')
        };
        if joins(&code, true) && joins(word, false) {
            code.push(' ');
        }
        code.push_str(word);
        code
    });
    let up = "super::".repeat(steps.len());
    let from_root = after(&code, "crate::").flat_map(heads).map(|head| (head, true));
    let upward = after(&code, &up).filter(|_| !steps.is_empty()).flat_map(heads).map(|head| (head, false));
    let mut used: Vec<String> = from_root
        .chain(upward)
        .filter_map(|(head, surely)| match head {
            head if rooms.contains(&head) => Some(head.to_owned()),
            head if OF_THE_GRAPH.contains(&head) => Some("graph".to_owned()),
            head if surely && head.starts_with(char::is_uppercase) => Some("model".to_owned()),
            // `crate::$name` of a macro, a glob, or a path that ends in a module of its own
            _ => None,
        })
        .collect();
    used.sort();
    used.dedup();
    used
}

/// What follows each `prefix` that is not the end of a longer word or path.
fn after<'c>(code: &'c str, prefix: &str) -> impl Iterator<Item = &'c str> {
    code.match_indices(prefix).filter_map(move |(at, found)| {
        let before = code[..at].chars().next_back();
        let begins = !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '_' | ':'));
        begins.then(|| &code[at + found.len()..])
    })
}

/// The first names after the root: one, or those of a group in braces.
fn heads(path: &str) -> Vec<&str> {
    let name = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(group) = path.strip_prefix('{') else {
        return vec![&path[..name(path)]];
    };
    let mut heads = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.into_iter().map(|head| &head[..name(head)]).filter(|head| !head.is_empty()).collect()
}
