//! Who stands in for whom.

use super::chart::Post;
use super::days;
use super::plan::{Choice, Cover, Holding, Plan, chosen};
use crate::model::{
    Consent, ConsentState, DutyId, Period, Position, PositionId, Rank, Substitute, Substitution,
    SubstitutionKind, SubstitutionScope,
};
use crate::strategies::word;

/// For so many seats may one seat stand in, here.
const MOST: usize = 2;

/// Hands out the substitutes, so that nobody has too much to do.
pub(super) struct Covers<'p> {
    plan: &'p Plan,
    posts: &'p [Post<'p>],
    /// By row, for how many seats it stands in.
    load: Vec<usize>,
}

impl<'p> Covers<'p> {
    pub(super) fn new(plan: &'p Plan, posts: &'p [Post<'p>]) -> Self {
        Self { plan, posts, load: vec![0; posts.len()] }
    }

    /// The seat in that row, covered as it wishes; by order, where nobody is left for it.
    pub(super) fn covered(&mut self, row: usize, position: Position) -> Option<Position> {
        let post = self.posts.get(row)?;
        let seat = post.seat;
        if !post.is_open() {
            return Some(position);
        }
        let substitutes = match seat.cover {
            // whoever shares a seat stands in for the other
            Cover::NotNeeded if seat.holding.is_shared() => return Some(position),
            Cover::NotNeeded => {
                return Some(position.no_substitute_because(word("the work can wait for two weeks")?));
            }
            Cover::ByOrder => Vec::new(),
            Cover::Colleague(one) => self.taken(row, &[one]),
            Cover::Ranked(one, other) | Cover::Pool(one, other) => self.taken(row, &[one, other]),
        };
        let kept_back = self.kept_back(post)?;
        let mut substitutions = arranged(post, substitutes)?;
        for substitution in substitutions.iter_mut().filter(|_| !kept_back.is_empty()) {
            let scope =
                SubstitutionScope::All { except_duties: kept_back.clone(), except_rights: Vec::new() };
            substitution.scope = Some(scope);
        }
        Some(position.substitution(substitutions))
    }

    /// Chooses among those who may and have time.
    fn taken(&mut self, row: usize, wishes: &[Choice]) -> Vec<PositionId> {
        let job = self.posts.get(row).and_then(|post| post.seat.job);
        let mut taken: Vec<usize> = Vec::new();
        for wish in wishes {
            let may = |(at, (other, load)): &(usize, (&Post<'_>, &usize))| {
                *at != row
                    && !taken.contains(at)
                    && **load < MOST
                    && other.is_staffed()
                    && job.is_none_or(|job| job.may_pass_to(other.seat.job))
            };
            let free: Vec<usize> =
                self.posts.iter().zip(&self.load).enumerate().filter(may).map(|(at, _)| at).collect();
            let one = chosen(*wish, &free);
            if let Some(load) = one.and_then(|one| self.load.get_mut(one)) {
                *load += 1;
            }
            taken.extend(one);
        }
        taken.into_iter().filter_map(|at| self.posts.get(at)).map(|post| post.id.clone()).collect()
    }

    /// The duties that nobody takes over.
    fn kept_back(&self, post: &Post<'_>) -> Option<Vec<DutyId>> {
        let Some(job) = post.seat.job.filter(|job| job.keeps_third_back) else {
            return Some(Vec::new());
        };
        let written = job.duties.iter().take(self.plan.paper(job)?.duties);
        written.skip(2).map(|(id, _)| word(id)).collect()
    }
}

/// As the seat wishes, by those who were found.
fn arranged(post: &Post<'_>, mut named: Vec<PositionId>) -> Option<Vec<Substitution>> {
    let absence = |substitute| Substitution::new(SubstitutionKind::Absence, substitute);
    if named.len() > 1 {
        if let Cover::Pool(..) = post.seat.cover {
            return Some(vec![absence(Substitute::Pool { positions: named })]);
        }
        let ranked = named.into_iter().zip(1i64..).map(|(id, rank)| {
            let agreed = Consent::new(ConsentState::Given).on(days::FIRST_OF_NEW_HOLDERS);
            Some(Substitution::absence(id).rank(Rank::try_from(rank).ok()?).consent(agreed))
        });
        return ranked.collect();
    }
    Some(vec![match (named.pop(), post.seat.holding) {
        (None, _) => absence(Substitute::ByOrder { instrument: Some(word("order of the general manager")?) }),
        (Some(position), Holding::Vacant) => {
            Substitution::new(SubstitutionKind::Interim, Substitute::Position { position })
                .period(Period::new().from(days::VACATED).until(days::INTERIM_ENDS))
        }
        (Some(position), _) => Substitution::absence(position),
    }])
}
