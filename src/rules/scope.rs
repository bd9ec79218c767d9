//! What a substitution takes over, and who takes it.

use super::Context;
use super::context::Place;
use super::names::Names;
use crate::diagnostic::Path;
use crate::graph::{HashMap, HashSet, PositionRef};
use crate::model::{
    Description, DescriptionId, Duty, DutyId, Position, Right, RightId, Substitute, Substitution,
    SubstitutionScope,
};

/// A substitution, where a position states it.
pub(crate) struct Stated<'g> {
    pub(crate) absent: PositionRef<'g>,
    pub(crate) substitution: &'g Substitution,
    place: Place<'g>,
    index: usize,
}

/// The rows of a position that exist on the day: once, if several say the same of its substitution.
pub(crate) fn distinct_rows<'g>(
    cx: &Context<'g>,
    position: PositionRef<'g>,
) -> impl Iterator<Item = (Place<'g>, &'g Position)> {
    let mut said: HashSet<&[Substitution]> = HashSet::default();
    let single = position.rows().nth(1).is_none();
    cx.open_rows(position).filter(move |(_, row)| single || said.insert(&row.substitution))
}

/// What those rows state of substitution, for whatever time.
pub(crate) fn stated<'g>(cx: &Context<'g>, absent: PositionRef<'g>) -> impl Iterator<Item = Stated<'g>> {
    distinct_rows(cx, absent).flat_map(move |(place, row)| {
        let stated = row.substitution.iter().enumerate();
        stated.map(move |(index, substitution)| Stated { absent, substitution, place, index })
    })
}

/// The same, as far as it is in force on the day.
pub(crate) fn in_force<'g>(cx: &Context<'g>, absent: PositionRef<'g>) -> impl Iterator<Item = Stated<'g>> {
    let on = cx.graph.as_of();
    stated(cx, absent).filter(move |stated| stated.substitution.in_force(on))
}

impl<'g> Stated<'g> {
    pub(crate) fn path(&self) -> Path {
        self.place.member("substitution").index(self.index)
    }

    /// The place where the substitute of that number is named.
    pub(crate) fn substitute_path(&self, nth: usize) -> Path {
        let path = self.path().member("substitute");
        match self.substitution.substitute {
            Substitute::Pool { .. } => path.member("positions").index(nth),
            Substitute::Position { .. } | Substitute::ByOrder { .. } => path.member("position"),
        }
    }

    /// Whom it names, each once and with its number: positions that exist, other than the absent one and those of the same person.
    pub(crate) fn substitutes(&self, cx: &Context<'g>) -> impl Iterator<Item = (usize, PositionRef<'g>)> {
        let (graph, absent) = (cx.graph, self.absent);
        let mut seen: HashSet<u32> = HashSet::from_iter([absent.node()]);
        let person = absent.sole_person();
        let named = self.substitution.substitute.positions().iter().enumerate();
        named.filter_map(move |(nth, id)| {
            let substitute = graph.position(id).filter(|it| it.is_open() && seen.insert(it.node()))?;
            let same = person.is_some() && substitute.sole_person() == person;
            (!same).then_some((nth, substitute))
        })
    }
}

/// What passes to a substitute, by the description of the absent position.
pub(crate) struct Takeover<'g> {
    /// Where that description stands.
    pub(crate) place: Place<'g>,
    pub(crate) description: &'g Description,
    scope: Option<&'g SubstitutionScope>,
    grants: &'g [Right],
}

impl<'g> Takeover<'g> {
    /// `None` where the absent position has no description in force.
    pub(crate) fn of(cx: &Context<'g>, stated: &Stated<'g>) -> Option<Self> {
        let (place, description) = cx.description_in_force(stated.absent)?;
        let Substitution { scope, grants, .. } = stated.substitution;
        Some(Self { place, description, scope: scope.as_ref(), grants })
    }

    /// Whether the whole seat is taken over, with exceptions or without.
    pub(crate) fn is_whole(&self) -> bool {
        listed(self.scope).0
    }

    /// The duties that pass, each with its row: a duty that may not be handed on never does.
    pub(crate) fn duties(&self) -> impl Iterator<Item = (usize, &'g Duty)> {
        let covered = covered_duties(self.scope);
        let duties = self.description.duties.iter().enumerate();
        duties.filter(move |(_, duty)| !duty.non_delegable && covered(duty))
    }

    /// The rights that pass, and those that are granted beside.
    pub(crate) fn rights(&self) -> impl Iterator<Item = &'g Right> {
        let (whole, _, rights) = listed(self.scope);
        let named = Names::new(rights.iter().map(RightId::as_str));
        let passes =
            move |right: &&Right| !right.stays_with_holder && named.contains(right.id.as_str()) != whole;
        self.description.rights.iter().filter(passes).chain(self.grants)
    }
}

/// Whether a scope holds a duty.
pub(crate) fn covered_duties(scope: Option<&SubstitutionScope>) -> impl Fn(&Duty) -> bool + use<'_> {
    let (whole, duties, _) = listed(scope);
    let named = Names::new(duties.iter().map(DutyId::as_str));
    move |duty| named.contains(duty.id.as_str()) != whole
}

/// Whether a scope lists a duty that the description does not have (I002): which one was meant is not known.
pub(crate) fn lists_unknown_duty(scope: Option<&SubstitutionScope>, description: &Description) -> bool {
    let known = Names::new(description.duties.iter().map(|duty| duty.id.as_str()));
    let (_, duties, _) = listed(scope);
    duties.iter().any(|duty| !known.contains(duty.as_str()))
}

/// Whether a scope is everything but what it lists, or nothing but that.
fn listed(scope: Option<&SubstitutionScope>) -> (bool, &[DutyId], &[RightId]) {
    match scope {
        None => (true, &[], &[]),
        Some(SubstitutionScope::All { except_duties, except_rights }) => (true, except_duties, except_rights),
        Some(SubstitutionScope::Named { duties, rights }) => (false, duties, rights),
    }
}

/// Tells takeovers apart: many seats share a description and are covered alike, so a rule need not think of each anew.
#[derive(Default)]
pub(crate) struct Takeovers<'g> {
    numbers: HashMap<(&'g DescriptionId, Option<&'g SubstitutionScope>, &'g [Right]), usize>,
}

impl<'g> Takeovers<'g> {
    /// The number of a takeover, the same for those that are alike.
    pub(crate) fn number(&mut self, takeover: &Takeover<'g>) -> usize {
        let next = self.numbers.len();
        let Takeover { place: _, description, scope, grants } = takeover;
        *self.numbers.entry((&description.id, *scope, grants)).or_insert(next)
    }
}
