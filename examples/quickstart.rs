//! Builds a small organisation in Rust, checks it and prints what is missing.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use officium::diagnostic::{Human, human};
use officium::rules::Profile;
use officium::{Description, Duty, Organization, OrganizationGraph, Position, Substitution, check};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manager = Position::new("manager".parse()?)
        .title("General manager".parse()?)
        .head()
        .substitution([Substitution::absence("sales".parse()?)]);
    let sales =
        Position::new("sales".parse()?).title("Sales manager".parse()?).reports_to("manager".parse()?);
    let selling = Description::new("sales-manager".parse()?).duties([
        Duty::new("orders".parse()?, "Takes orders from customers".parse()?),
        Duty::new("monthly-plan".parse()?, "Draws up the monthly sales plan".parse()?).critical(true),
    ]);
    let organization = Organization::new()
        .name("Nordlys Trading".parse()?)
        .positions([manager])
        .seat_with_description(sales, selling);

    let graph = OrganizationGraph::new(organization, "2026-11-24".parse()?);
    let report = check::check(&graph, &Profile::baseline());
    print!("{}", human(&report, None, Human::default()));
    Ok(())
}
