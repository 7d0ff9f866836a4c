import Scheduling
import Testing

/// Simulated learning against fsrs-rs's simulator, and by its own lights.
struct SimulationTests {
  @Test func `means lie within four standard errors of fsrs-rs's simulator`() throws {
    let fixture = try Fixture("simulator.txt")
    let sets = fixture.weights
    var wrong: [String] = []
    for line in fixture.lines where line[0] == "case" {
      let row = numbers(line, from: 2)
      let count = { (value: Double) in value > 1e15 ? Int.max : Int(value) }
      let plan = SimulationPlan(
        days: Int(row[2]),
        newCards: Int(row[1]),
        newPerDay: count(row[5]),
        reviewsPerDay: count(row[6]),
        newIgnoreReviewLimit: row[7] == 1,
        secondsPerDay: row[3],
        maximumInterval: Int(row[4]),
        learningSteps: Int(row[8]),
        relearningSteps: Int(row[9]),
        suspendedAfterLapses: row[10].isNaN ? nil : Int(row[10])
      )
      let weights = try Weights(try #require(sets[line[1]]))
      let forecast = Forecast(FSRS6(weights: weights), plan: plan)
      let runs = 4
      let results = (0..<runs).map { forecast.simulate(retention: row[0], seed: UInt64($0)) }
      let values = results.map { result in
        let total = result.total
        let peak = result.days.reduce(0) { max($0, $1.seconds) }
        return [
          total.memorised, Double(total.reviews), Double(total.learned), total.seconds,
          Double(total.recalled), peak,
        ]
      }
      for column in 0..<6 {
        let mean = values.reduce(0) { $0 + $1[column] } / Double(runs)
        let expected = row[12 + column]
        let deviation = row[18 + column]
        let error = deviation * (1 / row[11] + 1 / Double(runs)).squareRoot()
        if abs(mean - expected) > 4 * error {
          wrong.append("\(line[1]) \(row[0]) column \(column): \(mean), not \(expected) ± \(error)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "\n"))")
  }

  @Test func `the same seed plays the same days, another seed others`() {
    let plan = SimulationPlan(days: 60, newCards: 100, newPerDay: 5)
    for forecast in [Forecast(FSRS6(), plan: plan), Forecast(FSRS7(), plan: plan)] {
      let first = forecast.simulate(retention: 0.9, seed: 1)
      #expect(first == forecast.simulate(retention: 0.9, seed: 1))
      #expect(first != forecast.simulate(retention: 0.9, seed: 2))
      #expect(first.total.learned == 100)
      #expect(first.cardsSeen == 100)
      #expect(first.total.memorised > 80)
      #expect(first.total.memorised <= 100)
    }
  }

  @Test func `cards already known count from the first day and fall due when they are due`() {
    let memory = Memory(stability: Days(30), difficulty: 5)
    let known = (0..<40).map { SimulatedCard(memory: memory, elapsed: Days(10), dueIn: $0 - 5) }
    let plan = SimulationPlan(days: 50, newCards: 0)
    let days = Forecast(FSRS6(), plan: plan, existing: known).simulate(retention: 0.9).days
    #expect(abs((days.first?.memorised ?? 0) - 40 * 0.96) < 1)
    #expect(days.first?.reviews == 6)
    #expect(days.reduce(0) { $0 + $1.reviews } >= 40)
  }

  @Test func `limits hold on every day`() {
    let plan = SimulationPlan(
      days: 40,
      newCards: 500,
      newPerDay: 30,
      reviewsPerDay: 25,
      newIgnoreReviewLimit: false,
      secondsPerDay: 600,
      suspendedAfterLapses: 2
    )
    for day in Forecast(FSRS6(), plan: plan).simulate(retention: 0.85).days {
      #expect(day.reviews + day.learned <= 25)
      #expect(day.seconds < 600 + 200)
    }
  }

  @Test func `a higher retention keeps more cards at more cost, and one costs least for each`() throws {
    let plan = SimulationPlan(days: 120, newCards: 120, newPerDay: 4)
    let curve = Forecast(FSRS6(), plan: plan).retentionCurve([0.7, 0.8, 0.9, 0.97], runs: 2)
    #expect(curve.map(\.retention) == [0.7, 0.8, 0.9, 0.97])
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.memorised < $1.memorised })
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.minutesPerDay < $1.minutesPerDay })
    let cheapest = try #require(curve.cheapest)
    #expect(curve.allSatisfy { $0.secondsPerMemorised >= cheapest.secondsPerMemorised })
    #expect([RetentionPoint]().cheapest == nil)
  }

  @Test func `a log moves the behaviour from the average to the learner`() {
    let slow = (0..<300).map { index in
      TimedReview(
        phase: .review,
        rating: index % 3 == 0 ? .again : .easy,
        previousOnTheDay: nil,
        seconds: index == 5 ? 1e9 : 40
      )
    }
    let measured = LearnerBehaviour(measuring: slow)
    #expect(measured.recalledRating[2] > 0.8)
    #expect(abs(measured.recalledRating.reduce(0, +) - 1) < 1e-9)
    #expect(measured.reviewSeconds[3] > 30)
    #expect(measured.reviewSeconds[3] < 45)
    #expect(measured.learningSeconds == LearnerBehaviour.average.learningSeconds)
    #expect(LearnerBehaviour(measuring: []).reviewSeconds == LearnerBehaviour.average.reviewSeconds)
  }

  @Test func `plans without sense are played without a trap`() {
    let memory = Memory(stability: Days(.nan), difficulty: .infinity)
    let odd = [SimulatedCard(memory: memory, elapsed: Days(-5), dueIn: .min, lapses: .min)]
    let plan = SimulationPlan(
      days: 0,
      newCards: -3,
      newPerDay: .max,
      reviewsPerDay: -1,
      secondsPerDay: .nan,
      maximumInterval: .min,
      learningSteps: -1,
      relearningSteps: .max
    )
    let simulation = Forecast(FSRS7(), plan: plan, existing: odd).simulate(retention: .nan)
    #expect(simulation.days.count == 1)
    let exam = ExamPlan(days: .min, secondsPerDay: .nan, newCards: .min)
    let readiness = ExamForecast(FSRS6(), plan: exam, existing: odd).simulate(
      ExamPolicy(newPerDay: .max, focusedDays: .max)
    )
    #expect(readiness.expectedRecall >= 0)
  }
}

/// Preparing for a day.
struct ExamTests {
  @Test func `the focused policy beats plain FSRS at equal minutes`() {
    let plan = ExamPlan(days: 14, secondsPerDay: 300, newCards: 60)
    let forecast = ExamForecast(FSRS6(), plan: plan)
    var plain = 0.0
    var focused = 0.0
    for seed in 0..<8 as Range<UInt64> {
      let one = forecast.simulate(ExamPolicy(newPerDay: 8), seed: seed)
      let policy = ExamPolicy(newPerDay: 8, focusedDays: 14)
      let other = forecast.simulate(policy, budget: one.secondsByDay, seed: seed)
      plain += one.expectedRecall
      focused += other.expectedRecall
      let minutes = one.secondsByDay.reduce(0, +)
      #expect(abs(other.secondsByDay.reduce(0, +) - minutes) < 0.01 * minutes)
    }
    #expect(focused > plain + 8 * 0.01, "\(focused / 8) against \(plain / 8)")
  }

  @Test func `the best policy is no worse than plain FSRS`() {
    let forecast = ExamForecast(FSRS6(), plan: ExamPlan(days: 6, secondsPerDay: 200, newCards: 20))
    let plain = forecast.bestPlain(runs: 1)
    #expect(forecast.best(runs: 1).expectedRecall >= plain.expectedRecall)
    #expect(plain.expectedRecall > 0.5)
  }

  @Test func `a review is worth more for a card that would be forgotten, and nothing on the day itself`() {
    let forecast = ExamForecast(FSRS6(), plan: ExamPlan(days: 10, secondsPerDay: 600, newCards: 0))
    let weak = Memory(stability: Days(3), difficulty: 5)
    let strong = Memory(stability: Days(300), difficulty: 5)
    let left = Days(10)
    let weakGain = forecast.gain(of: weak, elapsed: Days(3), left: left)
    #expect(weakGain > forecast.gain(of: strong, elapsed: Days(3), left: left))
    #expect(forecast.gain(of: nil, elapsed: .zero, left: left) > 0)
  }
}
