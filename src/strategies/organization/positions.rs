//! Seats: what a post looks like on paper.

use super::chart::Post;
use super::cover::Covers;
use super::days;
use super::descriptions::right;
use super::holders::occupied;
use super::plan::{Life, Plan, chosen};
use crate::model::{Delegation, Period, Position, ReportingLine, Standing, Text};
use crate::strategies::word;

/// The rows of all seats.
pub(super) fn positions(plan: &Plan, posts: &[Post<'_>]) -> Option<Vec<Position>> {
    let mut covers = Covers::new(plan, posts);
    let mut rows = Vec::with_capacity(posts.len());
    for (row, post) in posts.iter().enumerate() {
        let position = covers.covered(row, stated(plan, posts, row, post)?)?;
        let position = delegating(plan, posts, row, post, position)?;
        rows.extend(occupied(plan, row, post, position)?);
    }
    Some(rows)
}

/// The seat without cover and holders.
fn stated(plan: &Plan, posts: &[Post<'_>], row: usize, post: &Post<'_>) -> Option<Position> {
    let seat = post.seat;
    let title = match seat.job {
        _ if post.is_head() => "General manager",
        Some(job) => job.title,
        None => "Assistant",
    };
    let mut position = Position::new(post.id.clone()).title(word(title)?);
    position.unit.clone_from(&post.unit);
    position.description = match seat.job {
        Some(job) => Some(word(job.id)?),
        None => None,
    };
    position.grade = seat.details.grade.and_then(word);
    position.critical = seat.details.critical && post.is_staffed();
    match seat.life {
        Life::Open => {}
        Life::Former => {
            position.opened = Some(days::FOUNDED);
            position.closed = Some(days::CLOSED);
        }
        Life::Planned => position.opened = Some(days::OPENS),
    }
    standing(plan, post, position.reporting(lines(posts, row, post)))
}

fn standing(plan: &Plan, post: &Post<'_>, position: Position) -> Option<Position> {
    let owners: Text = word("the owners")?;
    let standing = if post.is_led_from_outside() {
        Standing::ExternalSuperior { answers_to: word("the auditor of the group")? }
    } else if !post.is_head() {
        return Some(position);
    } else if plan.heads.len() > 1 {
        Standing::CoHead { group: word("board of managing directors")?, answers_to: Some(owners) }
    } else {
        // to whom the head answers is known where its work is described
        Standing::Head { answers_to: post.seat.job.map(|_| owners) }
    };
    Some(position.standing(standing))
}

/// The line of command, the one before it, and another beside it.
fn lines(posts: &[Post<'_>], row: usize, post: &Post<'_>) -> Vec<ReportingLine> {
    let mut lines = Vec::new();
    let id = |at: usize| posts.get(at).map(|other| other.id.clone());
    if let Some(superior) = post.superior.and_then(id) {
        let earlier: Vec<usize> = posts
            .iter()
            .enumerate()
            .take(row)
            .filter(|(at, other)| Some(*at) != post.superior && other.seat.life != Life::Planned)
            .map(|(at, _)| at)
            .collect();
        let before = post.seat.details.moved_from.filter(|_| post.is_open());
        let line = ReportingLine::solid(superior);
        match before.and_then(|choice| chosen(choice, &earlier)).and_then(id) {
            None => lines.push(line),
            Some(before) => {
                let ended = Period::new().until(days::LAST_OF_OLD_LINES);
                lines.push(ReportingLine::solid(before).period(ended));
                lines.push(line.period(Period::new().from(days::FIRST_OF_NEW_LINES)));
            }
        }
    }
    if let Some((kind, choice)) = post.seat.details.other_line.filter(|_| post.is_open()) {
        let others: Vec<usize> = posts
            .iter()
            .enumerate()
            .filter(|(at, other)| *at != row && Some(*at) != post.superior && other.is_open())
            .map(|(at, _)| at)
            .collect();
        lines.extend(chosen(choice, &others).and_then(id).map(|other| ReportingLine::new(kind, other)));
    }
    lines
}

/// With its first duty handed on to somebody further down the list, so that no duty comes back.
fn delegating(
    plan: &Plan,
    posts: &[Post<'_>],
    row: usize,
    post: &Post<'_>,
    position: Position,
) -> Option<Position> {
    let (Some(job), Some(choice)) = (post.seat.job, post.seat.details.delegates_to) else {
        return Some(position);
    };
    let paper = plan.paper(job)?;
    let may = |other: &&Post<'_>| other.is_staffed() && job.may_pass_to(other.seat.job);
    let others: Vec<&Post<'_>> = posts.iter().skip(row + 1).filter(may).collect();
    // whoever hands a duty on still answers for it
    let Some(other) = chosen(choice, &others).filter(|_| post.is_staffed() && paper.liable) else {
        return Some(position);
    };
    let [(first, _), (second, _), _] = job.duties;
    let mut delegation = Delegation::new(word(first)?, other.id.clone())
        .recorded(days::RECORDED)
        .period(Period::new().from(days::DELEGATED))
        .rights(job.rights.iter().take(1).map(right).collect::<Option<Vec<_>>>()?);
    if paper.duties > 1 {
        delegation.oversight = Some(word(second)?);
    }
    Some(position.delegations([delegation]))
}
