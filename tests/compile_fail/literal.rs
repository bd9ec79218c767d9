//! Records get new members without breaking anybody, so they are built by their builders.
use officium::Activity;

fn main() {
    let _ = Activity { id: "pay".parse().unwrap(), title: None };
}
