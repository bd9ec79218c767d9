//! D002 and D003, site by site, product by product and day by day.

use officium::{
    Accountability, Arrangement, ArrangementKind, Date, Organization, Period, Position, Responsibility,
    ResponsibilityScope, Text,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq};
use proptest::sample::{select, subsequence};

use super::judge::{findings_of, indices, judge};
use crate::graph::argument;
use crate::support::dirty::{named, today};

/// All days that can matter: each day of the strategies lies strictly between the first and the last.
fn days() -> Vec<Date> {
    let day = |month: &str, day: u8| named(&format!("{month}-{day:02}"));
    (20..=31).map(|it| day("2025-12", it)).chain((1..=20).map(|it| day("2026-01", it))).collect()
}

fn day() -> impl Strategy<Value = Date> {
    select(vec!["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05"])
        .prop_map(named)
}

fn period() -> impl Strategy<Value = Option<Period>> {
    let ends = (weighted(0.6, day()), weighted(0.6, day()));
    weighted(
        0.4,
        ends.prop_map(|(from, until)| {
            let mut period = Period::new();
            (period.from, period.until) = (from, until);
            period
        }),
    )
}

fn texts(all: &'static [&'static str]) -> impl Strategy<Value = Vec<Text>> {
    weighted(0.6, subsequence(all.to_vec(), 1..=all.len()))
        .prop_map(|some| some.into_iter().flatten().map(named).collect())
}

fn scope() -> impl Strategy<Value = ResponsibilityScope> {
    (texts(&["north", "south", "east"]), texts(&["tools", "paint"]), period()).prop_map(
        |(sites, products, period)| {
            let mut scope = ResponsibilityScope::new().sites(sites).products(products);
            scope.period = period;
            scope
        },
    )
}

fn accountable() -> impl Strategy<Value = Accountability> {
    let who = select(vec!["a", "a", "a", "b", "b", "c", "ghost"]);
    (who, weighted(0.7, scope()), weighted(0.1, Just(()))).prop_map(|(who, scope, by_default)| {
        let mut accountable = Accountability::new(named(who));
        (accountable.scope, accountable.by_default) = (scope, by_default.is_some());
        accountable
    })
}

fn organizations(scopes: usize, most: usize) -> impl Strategy<Value = Organization> {
    let entry = (vec(scope(), 0..=scopes), vec(accountable(), 0..=most), weighted(0.1, Just(())));
    let entry = entry.prop_map(|(scopes, accountable, arrangement)| {
        let mut entry = Responsibility::new(named("r")).scopes(scopes).accountable(accountable);
        entry.arrangement =
            arrangement.map(|()| Arrangement::new(ArrangementKind::Shared, named("so it is")));
        entry
    });
    let rows = vec((select(vec!["a", "b", "c"]), weighted(0.3, day()), weighted(0.2, day())), 3..6);
    (entry, rows).prop_map(|(entry, rows)| {
        let rows = rows.into_iter().enumerate().map(|(nth, (id, opened, closed))| {
            let mut row = Position::new(named(["a", "b", "c"].get(nth).unwrap_or(&id)));
            (row.opened, row.closed) = (opened, closed);
            row
        });
        Organization::new().positions(rows).responsibilities([entry])
    })
}

fn lies_in(period: Option<&Period>, day: Date) -> bool {
    period
        .is_none_or(|it| it.from.is_none_or(|from| from <= day) && it.until.is_none_or(|until| day <= until))
}

/// Whether the position is open on that day; `None` for one that nobody declares.
fn is_open(organization: &Organization, accountable: &Accountability, day: Date) -> Option<bool> {
    let mut rows = organization.positions.iter().filter(|row| row.id == accountable.position).peekable();
    rows.peek()?;
    Some(rows.any(|row| {
        row.opened.is_none_or(|opened| opened <= day) && row.closed.is_none_or(|closed| day < closed)
    }))
}

fn names(list: &[Text], wanted: Option<&str>) -> bool {
    list.is_empty() || list.iter().any(|text| Some(text.as_str()) == wanted)
}

fn is_covered(organization: &Organization, site: Option<&str>, product: Option<&str>, day: Date) -> bool {
    organization.responsibilities[0].accountable.iter().any(|it| {
        let scope = it.scope.clone().unwrap_or_default();
        !it.by_default
            && is_open(organization, it, day) != Some(false)
            && lies_in(scope.period.as_ref(), day)
            && names(&scope.sites, site)
            && names(&scope.products, product)
    })
}

/// Each of the list, or what nobody names.
fn cells(list: &[Text]) -> Vec<Option<&str>> {
    if list.is_empty() { vec![None] } else { list.iter().map(|text| Some(text.as_str())).collect() }
}

#[test]
fn every_part_of_a_scope_is_covered_on_every_day() {
    judge(&organizations(2, 7), |organization| {
        let entry = &organization.responsibilities[0];
        let whole = [ResponsibilityScope::new()];
        let required = if entry.scopes.is_empty() { &whole[..] } else { &entry.scopes };
        let findings = findings_of(organization, "D002");
        let mut count = 0;
        for (nth, scope) in required.iter().enumerate() {
            let asked = |day: &Date| match &scope.period {
                None => *day == today(),
                period => *day >= today() && lies_in(period.as_ref(), *day),
            };
            let gaps: Vec<_> = cells(&scope.sites)
                .into_iter()
                .flat_map(|site| cells(&scope.products).into_iter().map(move |product| (site, product)))
                .filter_map(|(site, product)| {
                    let open = |day: &Date| !is_covered(organization, site, product, *day);
                    days().into_iter().filter(asked).find(open).map(|day| (site, product, day.to_string()))
                })
                .collect();
            let place = if entry.scopes.is_empty() { vec![0] } else { vec![0, nth] };
            let found: Vec<_> = findings.iter().filter(|it| indices(&it.path) == place).collect();
            prop_assert_eq!(found.len(), usize::from(!gaps.is_empty()));
            count += found.len();
            for finding in found {
                let from = argument(finding, "from").expect("a day").to_owned();
                let gap = (argument(finding, "site"), argument(finding, "product"), from);
                prop_assert!(gaps.contains(&gap), "{:?} is none of {:?}", gap, gaps);
            }
        }
        prop_assert_eq!(count, findings.len());
        Ok(count > 0)
    });
}

fn overlap(organization: &Organization, a: &Accountability, b: &Accountability) -> bool {
    let counts = |it: &Accountability| {
        let period = it.scope.as_ref().and_then(|scope| scope.period.as_ref());
        !it.by_default && is_open(organization, it, today()) == Some(true) && lies_in(period, today())
    };
    let meet = |a: &[Text], b: &[Text]| a.is_empty() || b.is_empty() || a.iter().any(|text| b.contains(text));
    let scope = |it: &Accountability| it.scope.clone().unwrap_or_default();
    let (first, second) = (scope(a), scope(b));
    a.position != b.position
        && counts(a)
        && counts(b)
        && meet(&first.sites, &second.sites)
        && meet(&first.products, &second.products)
}

#[test]
fn nobody_answers_for_what_another_answers_for() {
    judge(&organizations(0, 4), |organization| {
        let entry = &organization.responsibilities[0];
        let pairs =
            entry.accountable.iter().enumerate().flat_map(|(nth, second)| {
                entry.accountable.iter().take(nth).map(move |first| (first, second))
            });
        let pairs: Vec<_> = pairs
            .filter(|(first, second)| entry.arrangement.is_none() && overlap(organization, first, second))
            .map(|(first, second)| (first.position.as_str(), second.position.as_str()))
            .collect();
        let findings = findings_of(organization, "D003");
        prop_assert_eq!(findings.len(), usize::from(!pairs.is_empty()));
        for finding in &findings {
            let pair = argument(finding, "first").zip(argument(finding, "second"));
            // which of several is found first is laid down by the order of the list
            prop_assert_eq!(pair, pairs.first().copied());
        }
        Ok(!findings.is_empty())
    });
}
