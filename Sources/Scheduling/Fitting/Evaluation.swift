/// How well predictions of recall came true.
public struct Evaluation: Sendable, Equatable {
  /// One bar of a calibration plot: what was predicted and what happened.
  public struct Bar: Sendable, Equatable {
    /// The mean prediction, 0…1.
    public let predicted: Double
    /// The share recalled, 0…1.
    public let recalled: Double
    /// The number of predictions.
    public let count: Int
  }

  /// The number of predictions.
  public let count: Int

  /// Mean cross-entropy, in nats; lower is better.
  public let logLoss: Double

  /// Root mean square difference between prediction and outcome over bins of days, length of history and
  /// lapses; lower is better.
  ///
  /// Source: srs-benchmark, `RMSE(bins)`; reviews on the same day count in lengths and lapses.
  public let rmseBins: Double

  /// The chance that a recalled review was rated likelier than a forgotten one; 0.5 where one kind is missing.
  public let auc: Double

  /// Up to ten bars of equal width over the predictions, those without predictions left out; ascending.
  public let calibration: [Bar]

  /// - Parameters:
  ///   - log: the log that was predicted.
  ///   - predictions: for every item, its predicted recall; NaN leaves the item out.
  ///   - weights: for every item; nil counts each as 1.
  init(_ log: TrainingLog, predictions: [Double], weights: [Double]? = nil) {
    var bins: [Int: (weight: Double, predicted: Double, recalled: Double)] = [:]
    var order: [Int] = []
    var bars = [(predicted: Double, recalled: Double, count: Int)](repeating: (0, 0, 0), count: 10)
    var pairs: [(prediction: Double, recalled: Bool)] = []
    var loss = 0.0
    var total = 0.0
    for card in 0..<log.cardCount {
      var lapses = 0
      for place in log.starts[card]..<log.starts[card + 1] {
        let recalled = log.ratings[place] > 1
        let item = Int(log.items[place])
        if item >= 0, !predictions[item].isNaN {
          let weight = weights?[item] ?? 1
          let r = predictions[item].clamped(1e-6, 1 - 1e-6)
          loss -= weight * Libm.log(recalled ? r : 1 - r)
          total += weight
          pairs.append((r, recalled))
          let length = place - log.starts[card] + 1
          let key = Self.bin(days: log.days[place], length: length, lapses: lapses)
          if bins[key] == nil { order.append(key) }
          var bin = bins[key] ?? (0, 0, 0)
          bin.weight += weight
          bin.predicted += weight * r
          bin.recalled += recalled ? weight : 0
          bins[key] = bin
          let bar = min(Int(r * 10), 9)
          bars[bar].predicted += r
          bars[bar].recalled += recalled ? 1 : 0
          bars[bar].count += 1
        }
        if !recalled { lapses += 1 }
      }
    }
    count = pairs.count
    logLoss = total > 0 ? loss / total : 0
    var squares = 0.0
    for key in order {
      guard let bin = bins[key] else { continue }
      let gap = (bin.predicted - bin.recalled) / bin.weight
      squares += bin.weight * gap * gap
    }
    rmseBins = total > 0 ? (squares / total).squareRoot() : 0
    auc = Self.auc(pairs)
    calibration = bars.filter { $0.count > 0 }.map {
      let count = Double($0.count)
      return Bar(predicted: $0.predicted / count, recalled: $0.recalled / count, count: $0.count)
    }
  }

  /// One number for a bin of fsrs-rs's matrix: its days, length and lapses each grow geometrically.
  private static func bin(days: Double, length: Int, lapses: Int) -> Int {
    func step(_ value: Double, _ base: Double) -> Int {
      Int((Libm.log(value) / Libm.log(base)).rounded(.down))
    }
    let lapse = lapses == 0 ? 0 : step(Double(lapses), 1.73) + 1
    return (step(max(days, 1), 3.62) * 64 + step(Double(max(length, 1)), 1.89)) * 64 + lapse
  }

  private static func auc(_ pairs: [(prediction: Double, recalled: Bool)]) -> Double {
    let sorted = pairs.sorted { $0.prediction < $1.prediction }
    let positives = Double(sorted.count { $0.recalled })
    let negatives = Double(sorted.count) - positives
    guard positives > 0, negatives > 0 else { return 0.5 }
    var rankSum = 0.0
    var index = 0
    while index < sorted.count {
      var end = index
      while end < sorted.count, sorted[end].prediction == sorted[index].prediction { end += 1 }
      let rank = Double(index + end + 1) / 2
      for place in index..<end where sorted[place].recalled { rankSum += rank }
      index = end
    }
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
  }
}
