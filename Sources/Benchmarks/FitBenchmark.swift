import Scheduling

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Fits weights to a log of the columns card_id, review_time_ms, rating, delta_t_days.
func benchmarkFit(_ path: String, unseen: Bool) {
  guard let reviews = readLog(path) else {
    print("\(path): cannot be read")
    return
  }
  var log = TrainingLog([LoggedReview<Int64>]())
  let building = Benchmarks.seconds(runs: 1) { log = TrainingLog(reviews) }
  print("log: \(log.reviewCount) reviews, \(log.cardCount) cards, \(log.itemCount) items")
  print("read in \(building) s")
  let fit = WeightFit(log)
  for (name, defaults) in [
    (SchedulerName.fsrs6, Weights.fsrs6Default.values), (.fsrs7, FSRS7Weights.standard.values),
  ] {
    describe("\(name.rawValue) defaults", fit.evaluate(defaults, of: name))
    if unseen, let evaluation = fit.evaluateUnseen(name, fixed: defaults) {
      describe("\(name.rawValue) defaults unseen", evaluation)
    }
    for effort in [FitEffort.quick, .converged] {
      var fitted: FittedWeights?
      let seconds = Benchmarks.seconds(runs: 1) { fitted = fit.fit(name, effort: effort) }
      guard let fitted else { continue }
      print(
        "fit \(name.rawValue) \(effort): \(seconds) s, \(fitted.evaluations) evaluations, \(fitted.items) items"
      )
      describe("  all", fit.evaluate(fitted.weights, of: name))
      print("  \(fitted.weights.map { ($0 * 1e4).rounded() / 1e4 })")
      if unseen, let evaluation = fit.evaluateUnseen(name, effort: effort) {
        describe("  unseen", evaluation)
      }
    }
  }
}

private func describe(_ what: String, _ evaluation: Evaluation) {
  func short(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
  print(
    "\(what): log loss \(short(evaluation.logLoss)), RMSE(bins) \(short(evaluation.rmseBins)),"
      + " AUC \(short(evaluation.auc)), \(evaluation.count) items"
  )
}

private func readLog(_ path: String) -> [LoggedReview<Int64>]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  var reviews: [LoggedReview<Int64>] = []
  for line in bytes.split(separator: 10).dropFirst() {
    let fields = line.split(separator: 44).map { Int64(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard fields.count >= 4, let rating = Rating(rawValue: Int(fields[2])) else { continue }
    reviews.append(
      LoggedReview(card: fields[0], instant: fields[1], rating: rating, elapsed: Days(Double(fields[3])))
    )
  }
  return reviews
}
