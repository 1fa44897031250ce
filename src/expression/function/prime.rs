//! Primes: a test without doubt for 64 bits, and factors without long searches.

use num_integer::Integer;

/// Witnesses that decide every number below 3.3·10²⁴ (Sorenson & Webster 2015).
const WITNESSES: [u64; 12] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/// Whether `n` is prime (Miller 1976, Rabin 1980).
pub fn is_prime(n: u64) -> bool {
    if let Some(p) = WITNESSES.into_iter().find(|p| n.is_multiple_of(*p)) {
        return n == p;
    }
    if n < 2 {
        return false;
    }
    let twos = (n - 1).trailing_zeros();
    let odd = (n - 1) >> twos;
    WITNESSES.into_iter().all(|witness| {
        let mut power = power(witness, odd, n);
        if power == 1 || power == n - 1 {
            return true;
        }
        (1..twos).any(|_| {
            power = multiply(power, power, n);
            power == n - 1
        })
    })
}

/// The prime factors in order, each as often as it occurs; none for 0 and 1.
pub fn prime_factors(n: u64) -> Vec<u64> {
    let mut primes = Vec::new();
    let mut rest = vec![n];
    while let Some(part) = rest.pop() {
        if part < 2 {
            continue;
        }
        if is_prime(part) {
            primes.push(part);
        } else {
            let divisor = divisor(part);
            rest.extend([divisor, part / divisor]);
        }
    }
    primes.sort_unstable();
    primes
}

/// A divisor of a composite number other than 1 and itself.
fn divisor(n: u64) -> u64 {
    let small = (2..100).find(|d| n.is_multiple_of(*d));
    small
        .or_else(|| (1..20).find_map(|shift| cycle(n, shift)))
        // Never met below 10¹², but then the search still ends.
        .or_else(|| (101..).step_by(2).find(|d| n.is_multiple_of(*d)))
        .unwrap_or(n)
}

/// Pollard's rho (1975): values of x² + shift repeat modulo an unknown divisor long before they
/// repeat modulo n, after about ⁴√n steps.
fn cycle(n: u64, shift: u64) -> Option<u64> {
    let step = |x: u64| {
        let next = u128::from(x) * u128::from(x) + u128::from(shift);
        (next % u128::from(n)) as u64
    };
    let (mut slow, mut fast) = (2, 2);
    loop {
        slow = step(slow);
        fast = step(step(fast));
        match slow.abs_diff(fast).gcd(&n) {
            1 => {}
            whole if whole == n => return None,
            divisor => return Some(divisor),
        }
    }
}

fn multiply(a: u64, b: u64, modulus: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(modulus);
    // A remainder of a 64-bit modulus fits.
    product as u64
}

fn power(base: u64, exponent: u64, modulus: u64) -> u64 {
    let (mut power, mut base, mut rest) = (1, base, exponent);
    while rest > 0 {
        if rest % 2 == 1 {
            power = multiply(power, base, modulus);
        }
        base = multiply(base, base, modulus);
        rest /= 2;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::{is_prime, prime_factors};

    #[test]
    fn primes_by_a_sieve() {
        const LIMIT: usize = 50_000;
        let mut sieve = vec![true; LIMIT];
        sieve[..2].fill(false);
        for p in 2..LIMIT {
            if sieve[p] {
                (p * p..LIMIT).step_by(p).for_each(|n| sieve[n] = false);
            }
        }
        for (n, expected) in sieve.into_iter().enumerate() {
            assert_eq!(is_prime(n as u64), expected, "{n}");
        }
    }

    #[test]
    fn primes_that_fool_weaker_tests() {
        // Strong pseudoprimes to the first bases (Pomerance, Selfridge & Wagstaff 1980; Jaeschke
        // 1993), a Carmichael number, and the largest prime of 64 bits.
        for n in [
            2047,
            1_373_653,
            3_215_031_751,
            3_474_749_660_383,
            341_550_071_728_321,
            561,
        ] {
            assert!(!is_prime(n), "{n}");
        }
        assert!(is_prime(18_446_744_073_709_551_557));
        assert!(!is_prime(u64::MAX));
    }

    #[test]
    fn factors_multiply_back() {
        let hard = [
            999_983 * 999_979,
            999_983 * 999_983,
            9973 * 9973 * 9973,
            1 << 39,
        ];
        for n in (1..5000)
            .chain(999_999_990_000..1_000_000_000_000)
            .chain(hard)
        {
            let factors = prime_factors(n);
            assert_eq!(factors.iter().product::<u64>(), n);
            assert!(
                factors.is_sorted() && factors.iter().all(|p| is_prime(*p)),
                "{n}"
            );
        }
        assert!(prime_factors(0).is_empty());
    }
}
