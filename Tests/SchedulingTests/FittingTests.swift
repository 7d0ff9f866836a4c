import Scheduling
import Testing

/// Fitting weights to logs, and judging them.
struct FittingTests {
  @Test(arguments: [SchedulerName.fsrs6, .fsrs7])
  func `the slopes are the loss's differences`(name: SchedulerName) throws {
    let fit = WeightFit(TrainingLog(syntheticLog(seed: 4, cards: 40, reviews: 25)), threads: 1)
    let defaults = name == .fsrs6 ? Weights.fsrs6Default.values : FSRS7Weights.standard.values
    let box = name == .fsrs6 ? Weights.box : FSRS7Weights.box
    var wrong: [String] = []
    for seed in 0..<6 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let weights = zip(defaults, box).map { value, bounds in
        let width = bounds.upperBound - bounds.lowerBound
        let moved = value * Double.random(in: 0.8...1.25, using: &random)
        return min(max(moved, bounds.lowerBound + 1e-3 * width), bounds.upperBound - 1e-3 * width)
      }
      let slopes = fit.slopes(of: name, at: weights).slopes
      for index in weights.indices {
        let step = 1e-6 * max(abs(weights[index]), 0.01)
        var above = weights
        var below = weights
        above[index] += step
        below[index] -= step
        let rise = fit.slopes(of: name, at: above).loss - fit.slopes(of: name, at: below).loss
        let expected = rise / (2 * step)
        if abs(slopes[index] - expected) > 1e-4 * max(abs(expected), 1) {
          wrong.append("seed \(seed) w\(index): \(slopes[index]), not \(expected)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(4))")
  }

  @Test func `a real log is fitted better than fsrs-rs fits it`() throws {
    let fit = WeightFit(TrainingLog(try realLog()))
    let usual = fit.evaluate(Weights.fsrs6Default.values, of: .fsrs6)
    #expect(usual.count == 6372)
    #expect(abs(usual.logLoss - 0.453_912) < 1e-5)
    #expect(abs(usual.rmseBins - 0.079_314) < 1e-5)
    let usual7 = fit.evaluate(FSRS7Weights.standard.values, of: .fsrs7)
    #expect(abs(usual7.logLoss - 0.458_820) < 1e-4)
    let fitted = try #require(fit.fit(.fsrs6))
    let after = fit.evaluate(fitted.weights, of: .fsrs6)
    #expect(after.logLoss < 0.4407)
    #expect(after.rmseBins < usual.rmseBins)
    #expect(after.auc > usual.auc)
    #expect(after.calibration.reduce(0) { $0 + $1.count } == 6372)
    let fitted7 = try #require(fit.fit(.fsrs7, effort: .quick))
    #expect(fit.evaluate(fitted7.weights, of: .fsrs7).logLoss < 0.4345)
  }

  @Test(arguments: [SchedulerName.fsrs6, .fsrs7])
  func `any number of threads and any order of rows give the same weights`(name: SchedulerName) throws {
    let log = syntheticLog(seed: 8, cards: 120, reviews: 12)
    var random = SeededRandom(seed: 1)
    let one = WeightFit(TrainingLog(log), threads: 1).fit(name, effort: .quick)
    let four = WeightFit(TrainingLog(log), threads: 4).fit(name, effort: .quick)
    let mixed = WeightFit(TrainingLog(log.shuffled(using: &random)), threads: 2).fit(name, effort: .quick)
    #expect(one == four)
    #expect(try #require(one).weights.count == (name == .fsrs6 ? 21 : 34))
    let loss = WeightFit(TrainingLog(log)).evaluate(try #require(one).weights, of: name).logLoss
    let mixedLoss = WeightFit(TrainingLog(log)).evaluate(try #require(mixed).weights, of: name).logLoss
    #expect(abs(loss - mixedLoss) < 1e-4)
  }

  @Test(arguments: [SchedulerName.fsrs6, .fsrs7])
  func `hardly any reviews leave the defaults, and wild ones weights inside the box`(
    name: SchedulerName
  ) throws {
    let defaults = name == .fsrs6 ? Weights.fsrs6Default.values : FSRS7Weights.standard.values
    let box = name == .fsrs6 ? Weights.box : FSRS7Weights.box
    let empty = WeightFit(TrainingLog([LoggedReview<Int>]()))
    #expect(empty.fit(name)?.weights == defaults)
    #expect(empty.evaluate(defaults, of: name).count == 0)
    #expect(empty.improve(on: defaults, of: name) == nil)
    let few = WeightFit(TrainingLog(syntheticLog(seed: 1, cards: 3, reviews: 3)))
    #expect(few.fit(name)?.weights == defaults)
    for rating in Rating.allCases {
      var rows: [LoggedReview<Int>] = []
      for index in 0..<400 {
        rows.append(LoggedReview(card: index % 40, instant: Int64(index) << 30, rating: rating))
        rows.append(LoggedReview(card: index % 40, instant: .max, rating: rating, elapsed: Days(.nan)))
        rows.append(LoggedReview(card: 1, instant: .min, rating: .good, elapsed: Days(1e9)))
      }
      let fitted = try #require(WeightFit(TrainingLog(rows)).fit(name, effort: .quick))
      for (value, bounds) in zip(fitted.weights, box) {
        #expect(bounds.contains(value), "\(rating) \(fitted.weights)")
      }
    }
  }

  @Test func `a fit can be stopped, and says nothing then`() {
    let fit = WeightFit(TrainingLog(syntheticLog(seed: 2, cards: 60, reviews: 10)))
    var calls = 0
    let fitted = fit.fit(.fsrs6) { call in
      calls = call
      return call < 3
    }
    #expect(fitted == nil)
    #expect(calls == 3)
    #expect(fit.fit(.sm2) == nil)
  }

  @Test func `weights replace the current ones only if they predict the unseen better`() throws {
    let fit = WeightFit(TrainingLog(syntheticLog(seed: 3, cards: 150, reviews: 12)))
    let bad = Weights.fsrs6Default.values.enumerated().map { $0 == 8 ? 0.2 : $1 }
    let better = try #require(fit.improve(on: bad, of: .fsrs6))
    #expect(better.isBetter)
    #expect(better.before.count == better.after.count)
    let best = better.fitted.weights
    let again = try #require(fit.improve(on: best, of: .fsrs6))
    #expect(!again.isBetter)
  }
}

/// Reviews drawn from FSRS-6's defaults, due dates more or less kept.
func syntheticLog(seed: UInt64, cards: Int, reviews: Int) -> [LoggedReview<Int>] {
  var random = SeededRandom(seed: seed)
  let scheduler = FSRS6()
  var rows: [LoggedReview<Int>] = []
  for card in 0..<cards {
    var instant: Int64 = 1_700_000_000_000 + Int64(card) * 50_000_000
    var state = CardState.new
    var elapsed = Days.zero
    for _ in 0..<reviews {
      let recall = scheduler.retrievability(of: state, elapsed: elapsed) ?? 0.7
      let draw = Double.random(in: 0..<1, using: &random)
      let rating: Rating = draw > recall ? .again : draw < 0.1 ? .hard : draw < 0.75 ? .good : .easy
      rows.append(LoggedReview(card: card, instant: instant, rating: rating))
      let outcome = scheduler.outcomes(for: state, elapsed: elapsed, settings: .standard, fuzz: nil)[rating]
      state = outcome.state
      let wait = outcome.interval.days.value * Double.random(in: 0.8...1.6, using: &random)
      elapsed = Days(wait.rounded(.down))
      instant += Milliseconds(Days(wait)).value
    }
  }
  return rows.sorted { $0.instant < $1.instant }
}

/// 12,580 reviews of a real learner, from the tests of py-fsrs (MIT).
private func realLog() throws -> [LoggedReview<Int>] {
  var instant: Int64 = 1_711_744_352_000
  return try Fixture("log.txt").lines.map { line in
    instant += Int64(line[1]).map { $0 * 1000 } ?? 0
    return LoggedReview(
      card: try #require(Int(line[0])),
      instant: instant,
      rating: try #require(Int(line[2]).flatMap { Rating(rawValue: $0) }),
      elapsed: Days(try #require(Double(line[3])))
    )
  }
}
