fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let mut sources = isoform::source::Sources::new();
        let mut d = isoform::diagnostic::Diagnostics::new();
        let bank = isoform::bank::lower::load(&path, &bytes, &mut sources, &mut d);
        for x in d.sorted() {
            let at = x.span.and_then(|s| sources.position(s));
            println!(
                "{}:{:?} {} {} [{:?}]",
                path,
                at.map(|p| (p.line, p.column)),
                x.code.id(),
                x.message,
                x.help
            );
        }
        let Some(bank) = bank else { continue };
        println!("{} {} items", bank.id, bank.items.len());
        for item in &bank.items {
            let t = std::time::Instant::now();
            let drawing = isoform::instance::draw::Drawing::new(item)
                .map_err(|e| format!("{e:?}"))
                .unwrap();
            let mut acc = drawing.acceptance();
            let mut n = 0;
            let mut fp = std::collections::HashSet::new();
            let mut bad = 0;
            let c = drawing.enumerate(100_000, &mut acc, &mut |frame| {
                n += 1;
                match drawing.item(0, frame) {
                    Ok(i) => {
                        fp.insert(i.fingerprint);
                    }
                    Err(e) => {
                        if bad == 0 {
                            println!("{e:?}");
                        }
                        bad += 1;
                    }
                }
                Ok(std::ops::ControlFlow::Continue(()))
            });
            println!(
                "{:30} {:?} n={n} distinct={} bad={bad} {:?} {:?}",
                item.id.value,
                c.map_err(|e| format!("{e:?}")),
                fp.len(),
                acc.conditions,
                t.elapsed()
            );
        }
    }
}
