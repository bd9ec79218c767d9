//! The sample that a person would write first.

use officium::rules::Profile;
use officium::{Organization, OrganizationGraph, check, read};

fn sample(name: &str) -> Organization {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let bytes = std::fs::read(folder.join(name)).expect("the sample is there");
    let format = read::Format::of_name(name).expect("a known ending");
    let reading = read::bytes(format, &bytes);
    assert!(reading.is_complete(), "{:#?}", reading.findings);
    reading.organization
}

#[test]
fn the_shop_is_in_order_and_the_same_in_both() {
    let shop = sample("small-shop.yaml");
    assert_eq!(shop, sample("small-shop.toml"));
    assert_eq!(shop.positions.len(), 5);
    let graph = OrganizationGraph::new(shop, "2026-11-24".parse().expect("a date"));
    let report = check::check(&graph, &Profile::baseline());
    assert!(report.is_empty(), "{:#?}", report.findings());
}
