/// A review log in the form that weights are fitted to: each card's reviews in a row, numbers side by side.
///
/// An *item* is a review at least one study day after the card's last one; only items are predicted, reviews
/// on the same day merely move the memory. Items are numbered by time.
public struct TrainingLog: Sendable {
  /// Where each card's reviews begin in the columns below; one more entry than cards.
  let starts: [Int]

  /// 1…4.
  let ratings: [UInt8]

  /// Whole study days since the review before; 0 for a first one.
  let days: [Double]

  /// The time since the review before as a fraction of days.
  let exactDays: [Double]

  /// The item's number by time; −1 for reviews that are none.
  let items: [Int32]

  /// The number of items.
  public let itemCount: Int

  /// The number of reviews.
  public var reviewCount: Int { ratings.count }

  /// The number of cards.
  public var cardCount: Int { starts.count - 1 }

  /// Reviews of one card beyond this many are left out; no memory needs so many to be told.
  static let longestHistory = 1024

  /// Sorts a log by card and time; the order of the rows given decides between equal times.
  ///
  /// - Parameters:
  ///   - reviews: any order. Where a review says its elapsed days, they are taken as its study days; exact
  ///     fractions always come from the times.
  ///   - rolloverHour: the hour at which study days turn over, 0…23.
  public init<Card>(_ reviews: [LoggedReview<Card>], rolloverHour: Int = 4) {
    var numbers: [Card: Int32] = [:]
    numbers.reserveCapacity(reviews.count / 8)
    var counts: [Int] = []
    let cards = reviews.map { review in
      if let number = numbers[review.card] {
        counts[Int(number)] += 1
        return number
      }
      let number = Int32(truncatingIfNeeded: counts.count)
      numbers[review.card] = number
      counts.append(1)
      return number
    }
    let order = Self.order(by: reviews)
    var places = [0]
    for count in counts {
      places.append(places[places.count - 1] + min(count, Self.longestHistory))
    }
    self.init(
      reviews,
      cards: cards,
      order: order,
      starts: places,
      counting: .studyDays(rolloverHour: rolloverHour)
    )
  }

  /// The rows' indices in the order of time, stable.
  private static func order<Card>(by reviews: [LoggedReview<Card>]) -> [Int32] {
    var isSorted = true
    for index in reviews.indices.dropFirst() where reviews[index].instant < reviews[index - 1].instant {
      isSorted = false
      break
    }
    var order = reviews.indices.map { Int32(truncatingIfNeeded: $0) }
    if isSorted { return order }
    order.sort { left, right in
      let first = reviews[Int(left)].instant
      let second = reviews[Int(right)].instant
      return first == second ? left < right : first < second
    }
    return order
  }

  private init<Card>(
    _ reviews: [LoggedReview<Card>],
    cards: [Int32],
    order: [Int32],
    starts: [Int],
    counting: DayCounting
  ) {
    let total = starts[starts.count - 1]
    var ratings = [UInt8](repeating: 0, count: total)
    var days = [Double](repeating: 0, count: total)
    var exactDays = days
    var items = [Int32](repeating: -1, count: total)
    var next = starts
    var last = [Int32](repeating: -1, count: starts.count)
    var item: Int32 = 0
    for index in order {
      let review = reviews[Int(index)]
      let card = Int(cards[Int(index)])
      let place = next[card]
      guard place < starts[card + 1] else { continue }
      next[card] += 1
      ratings[place] = UInt8(review.rating.rawValue)
      guard last[card] >= 0 else {
        last[card] = index
        continue
      }
      let before = reviews[Int(last[card])]
      last[card] = index
      let from = (instant: before.instant, utcOffsetMinutes: before.utcOffsetMinutes)
      let to = (instant: review.instant, utcOffsetMinutes: review.utcOffsetMinutes)
      let counted = review.elapsed ?? counting.elapsed(from: from, to: to)
      let exact = DayCounting.exact.elapsed(from: from, to: to)
      days[place] = counted.value.clamped(0, 36_500).rounded(.down)
      exactDays[place] = exact.value.clamped(0, 36_500)
      if days[place] >= 1 {
        items[place] = item
        item += 1
      }
    }
    self.starts = starts
    self.ratings = ratings
    self.days = days
    self.exactDays = exactDays
    self.items = items
    itemCount = Int(item)
  }
}
