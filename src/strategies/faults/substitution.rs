//! Faults of family S: substitution.

use super::cross::{halves, sits};
use super::qualification::strange;
use super::site::{OVER, Site, in_force, is_recorded, names_a_substitute, paper, substitute, substitutions};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{
    Count, Description, DutyId, Necessity, Organization, Period, Requirement, Right, RightId, Substitute,
    Substitution, SubstitutionKind, SubstitutionScope,
};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"S001", "a position without substitute", no_substitute).after(ready::seat),
    Fault::new(*b"S001", "a substitution that is over", substitution_over).after(ready::cover),
    Fault::new(*b"S001", "a substitute by order of nobody", order_of_nobody).after(ready::cover),
    Fault::new(*b"S001", "an empty pool of substitutes", empty_pool).after(ready::cover),
    Fault::new(*b"S002", "a position that stands in for itself", own_substitute).after(ready::cover),
    Fault::new(*b"S002", "a person who stands in for the same person", same_person).after(ready::cover),
    Fault::new(*b"S003", "a substitute without what the seat asks for", unqualified_substitute)
        .after(ready::deputy),
    Fault::new(*b"S004", "a substitute to whom no right passes", no_right_passes).after(ready::deputy),
    Fault::new(*b"S005", "a duty that no substitute takes over", duty_left_out).after(ready::deputy),
    Fault::new(*b"S010", "a vacant substitute", vacant_substitute).after(ready::cover_and_vacancy),
    Fault::new(*b"S012", "a substitute who does the other half of a conflict", other_half_taken_over)
        .after(ready::conflict_and_cover),
    Fault::new(*b"S013", "a duty that passes though it may not", non_delegable_passes).after(ready::deputy),
    Fault::new(*b"S014", "an interim substitution without end", interim_without_end).after(ready::interim),
    Fault::new(*b"S014", "an interim substitution beyond its maximum", interim_beyond_maximum)
        .after(ready::interim),
    Fault::new(*b"S014", "an interim substitution longer than the organisation wants", interim_too_long)
        .after(ready::interim),
    Fault::new(*b"S015", "more stand-ins of one person than the organisation wants", overload)
        .after(ready::double_cover),
    Fault::new(*b"S016", "two first substitutes", two_first_substitutes).after(ready::ranked),
];

fn no_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let row = site.one(site.seats().filter(|seat| seat.seats_filled() < 2))?.row();
    let position = spoiled.positions.get_mut(row)?;
    position.substitution.clear();
    position.no_substitute_because = None;
    Some(())
}

fn substitution_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    // an interim arrangement that is over is another fault
    let for_long = |seat: &PositionRef<'_>| {
        seat.record().substitution.iter().all(|it| it.kind != SubstitutionKind::Interim)
    };
    let row = site.one(site.covered().filter(for_long))?.row();
    for substitution in &mut spoiled.positions.get_mut(row)?.substitution {
        substitution.period = Some(Period::new().until(OVER));
    }
    Some(())
}

fn order_of_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    nobody_named(site, spoiled, &Substitute::ByOrder { instrument: None })
}

fn empty_pool(site: &Site, spoiled: &mut Organization) -> Option<()> {
    nobody_named(site, spoiled, &Substitute::Pool { positions: Vec::new() })
}

fn nobody_named(site: &Site, spoiled: &mut Organization, nobody: &Substitute) -> Option<()> {
    let row = site.one(site.covered())?.row();
    for substitution in &mut spoiled.positions.get_mut(row)?.substitution {
        substitution.substitute = nobody.clone();
    }
    Some(())
}

fn own_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let covered = site.covered().filter(|seat| names_a_substitute(*seat) && !seat.is_vacant());
    let seat = site.one(covered)?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: seat.id().clone() };
    Some(())
}

/// Neither seat has a description, so that nothing is asked of the person who gets both.
fn same_person(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let plain = |seat: PositionRef<'_>| {
        !seat.is_head() && seat.record().description.is_none() && seat.rows().nth(1).is_none()
    };
    let pairs = site.seats().filter(|seat| plain(*seat)).filter_map(|seat| {
        let person = seat.sole_person()?;
        let named = seat.record().substitution.iter().find_map(|it| match &it.substitute {
            Substitute::Position { position } => site.graph().position(position),
            _ => None,
        })?;
        (plain(named) && named.sole_person().is_some()).then_some((person, named))
    });
    let (person, named) = site.one(pairs)?;
    sits(spoiled, person, named);
    Some(())
}

/// The absent seat has no description, so that nothing is asked of whoever takes over.
fn vacant_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let covered = site.covered().filter(|seat| {
        let record = seat.record();
        record.description.is_none() && record.substitution.len() == 1 && names_a_substitute(*seat)
    });
    let (seat, vacant) = site.first(covered, |seat| {
        let vacant = site.graph().positions().filter(|other| other.is_open() && other.is_vacant());
        site.one(vacant.filter(|other| *other != seat)).map(|other| (seat, other))
    })?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: vacant.id().clone() };
    Some(())
}

/// Of a seat of which nothing was asked, by a description that nobody is recorded to fall short of.
fn unqualified_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let asks = |paper: &Description| !paper.requirements.is_empty();
    let papers = in_force(spoiled).filter(|own| {
        let asked = |seat: PositionRef<'_>| seat.substitutes().iter().any(|it| paper(it).is_some_and(asks));
        !asks(own) && site.seats_of(own).any(asked) && !site.seats_of(own).any(is_recorded)
    });
    site.one(papers)?.requirements.push(Requirement::new(Necessity::Mandatory, strange()?));
    Some(())
}

/// What a scope of everything leaves out.
fn exceptions(scope: &mut Option<SubstitutionScope>) -> Option<(&mut Vec<DutyId>, &mut Vec<RightId>)> {
    let all = SubstitutionScope::All { except_duties: Vec::new(), except_rights: Vec::new() };
    match scope.get_or_insert(all) {
        SubstitutionScope::All { except_duties, except_rights } => Some((except_duties, except_rights)),
        SubstitutionScope::Named { .. } => None,
    }
}

/// The rights stay with the absent, whose substitute has a description and not these rights.
fn no_right_passes(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let all = site.seats().flat_map(|seat| {
        let stated = seat.record().substitution.iter().enumerate();
        let lacking = stated.filter(|(_, it)| paper(seat).is_some_and(|own| is_lacking(site, seat, own, it)));
        lacking.map(|(nth, _)| (seat, nth)).collect::<Vec<_>>()
    });
    let (seat, nth) = site.one(all)?;
    let stated = spoiled.positions.get_mut(seat.row())?.substitution.get_mut(nth)?;
    let (_, rights) = exceptions(&mut stated.scope)?;
    *rights = paper(seat)?.rights.iter().map(|right| right.id.clone()).collect();
    Some(())
}

/// Whether somebody who is named needs rights of the absent to do a duty.
fn is_lacking(site: &Site, seat: PositionRef<'_>, own: &Description, stated: &Substitution) -> bool {
    let excepted = match &stated.scope {
        None => &[][..],
        Some(SubstitutionScope::All { except_duties, .. }) => except_duties,
        Some(SubstitutionScope::Named { .. }) => return false,
    };
    let passing = || own.duties.iter().filter(|it| !it.non_delegable && !excepted.contains(&it.id));
    let needed = || passing().flat_map(|duty| &duty.required_rights);
    let lacks = |other: &Description| {
        let has: Vec<&Right> = other.rights.iter().chain(&stated.grants).collect();
        needed().any(|it| !has.iter().any(|right| it.is_met_by(right)))
    };
    let named = stated.substitute.positions().iter().filter_map(|id| site.graph().position(id));
    named.filter(|other| *other != seat).filter_map(paper).any(lacks)
}

fn duty_left_out(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let waits = |paper: &Description| {
        paper.duties.iter().find(|duty| !duty.deferrable && !duty.non_delegable).map(|duty| duty.id.clone())
    };
    let places = site.covered().filter_map(|seat| Some((seat, waits(paper(seat)?)?)));
    let (seat, duty) = site.one(places)?;
    for substitution in &mut spoiled.positions.get_mut(seat.row())?.substitution {
        exceptions(&mut substitution.scope)?.0.push(duty.clone());
    }
    Some(())
}

fn other_half_taken_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, other) = halves(site, |seat, other| {
        names_a_substitute(seat) && !other.is_vacant() && substitutions(seat).count() == 1
    })?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: other.id().clone() };
    Some(())
}

/// Everything is named that was taken over, and what was not with it.
fn non_delegable_passes(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let keeps = |paper: &&Description| paper.duties.iter().any(|duty| duty.non_delegable);
    let kept = site.seats().filter_map(|seat| {
        let nth = seat.record().substitution.iter().position(|it| it.in_force(AS_OF))?;
        Some((seat, nth, paper(seat).filter(keeps)?))
    });
    let (seat, nth, paper) = site.one(kept)?;
    let duties = paper.duties.iter().map(|duty| duty.id.clone()).collect();
    let rights = paper.rights.iter().map(|right| right.id.clone()).collect();
    let stated = spoiled.positions.get_mut(seat.row())?.substitution.get_mut(nth)?;
    stated.scope = Some(SubstitutionScope::Named { duties, rights });
    Some(())
}

/// An interim substitution of which the first day is known.
fn interim<'o>(site: &Site, spoiled: &'o mut Organization) -> Option<&'o mut Substitution> {
    let is_interim = |it: &Substitution| {
        it.kind == SubstitutionKind::Interim
            && it.in_force(AS_OF)
            && it.period.as_ref().is_some_and(|it| it.from.is_some())
    };
    let rows: Vec<usize> =
        site.seats().filter(|seat| substitutions(*seat).any(is_interim)).map(PositionRef::row).collect();
    let position = spoiled.positions.get_mut(site.one(rows)?)?;
    position.substitution.iter_mut().find(|it| is_interim(it))
}

fn interim_without_end(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let interim = interim(site, spoiled)?;
    interim.maximum = None;
    interim.period.as_mut()?.until = None;
    Some(())
}

fn interim_beyond_maximum(site: &Site, spoiled: &mut Organization) -> Option<()> {
    interim(site, spoiled)?.maximum = Some(word("P3D")?);
    Some(())
}

fn interim_too_long(site: &Site, spoiled: &mut Organization) -> Option<()> {
    interim(site, spoiled)?;
    let thresholds = spoiled.thresholds.take().unwrap_or_default();
    spoiled.thresholds = Some(thresholds.interim_days(Count::try_from(5).ok()?));
    Some(())
}

/// Where one person is alone named by two.
fn overload(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let alone = |absent: PositionRef<'_>, seat: PositionRef<'_>| {
        substitutions(absent).any(|it| matches!(it.substitute.positions(), [only] if only == seat.id()))
    };
    let load = |seat: PositionRef<'_>| seat.stands_in_for().iter().filter(|it| alone(*it, seat)).count();
    site.one(site.seats().filter(|seat| seat.seats_filled() == 1 && load(*seat) > 1))?;
    let thresholds = spoiled.thresholds.take().unwrap_or_default();
    spoiled.thresholds = Some(thresholds.stand_ins(Count::try_from(1).ok()?));
    Some(())
}

fn two_first_substitutes(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let ranked = |it: &Substitution| it.rank.is_some() && it.kind == SubstitutionKind::Absence;
    let several = |seat: &PositionRef<'_>| substitutions(*seat).filter(|it| ranked(it)).count() > 1;
    let row = site.one(site.seats().filter(several))?.row();
    for substitution in &mut spoiled.positions.get_mut(row)?.substitution {
        substitution.rank = None;
    }
    Some(())
}
