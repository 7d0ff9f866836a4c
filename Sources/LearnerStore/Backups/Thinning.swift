package import Study

/// Which backups are kept: all of two days, then the last of each of 12 days, of 10 weeks and of 9 months.
///
/// Days, weeks and months without a backup use up nothing, so that somebody who comes back after a year still
/// finds as many.
package struct Thinning {
  private let today: Int

  /// Thinning at a moment.
  package init(now: Moment) {
    today = Thinning.day(of: now)
  }

  /// Whether each backup is kept.
  ///
  /// - Parameter moments: when the backups were made, oldest first.
  /// - Returns: a flag for each of them.
  package func kept(of moments: [Moment]) -> [Bool] {
    var kept = [Bool](repeating: false, count: moments.count)
    var periods = [
      Period(left: 12, number: { $0 }), Period(left: 10, number: { ($0 + 3).flooredQuotient(by: 7) }),
      Period(left: 9, number: Thinning.month),
    ]
    var last: Int?
    for index in moments.indices.reversed() {
      let day = Thinning.day(of: moments[index])
      if day >= today - 1 {
        kept[index] = true
      } else if let period = periods.indices.first(where: { periods[$0].left > 0 }) {
        let number = periods[period].number
        guard last.map({ number($0) > number(day) }) ?? true else { continue }
        kept[index] = true
        periods[period].left -= 1
      } else {
        continue
      }
      if kept[index] { last = day }
    }
    return kept
  }

  private struct Period {
    var left: Int
    let number: (Int) -> Int
  }

  /// Days since 1970-01-01 by the clock on the wall.
  private static func day(of moment: Moment) -> Int {
    Int(moment.localMilliseconds.flooredQuotient(by: 86_400_000))
  }

  private static func month(ofDay day: Int) -> Int {
    let date = CivilDate(daysSinceEpoch: day)
    return date.year * 12 + date.month
  }
}

extension BinaryInteger {
  /// The quotient rounded down, also of negative numbers.
  fileprivate func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
