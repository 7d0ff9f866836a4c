import Scheduling
public import Study

/// Reads a review log from pieces of any size.
///
/// Columns go by name, in any order: `card_id`; `review_time` or `review_time_ms`; `review_rating` or
/// `rating`; where there are any, `review_state`, `review_duration` or `duration_ms`, `delta_t_days`,
/// `utc_offset_minutes`. Numbers may be written as floating-point ones, as data frames write them. A
/// negative `delta_t_days`, by which some logs mark a first review, counts as none.
public struct ReviewLogReader: Sendable {
  /// Where each thing stands in a row.
  private struct Places: Sendable {
    let card: Int
    let time: Int
    let rating: Int
    let state: Int?
    let duration: Int?
    let elapsed: Int?
    let offset: Int?
    /// Whether a rating of 0 stands for a row that is no review.
    let isAnki: Bool

    init(_ names: [String], takesAnki: Bool) throws {
      var places: [String: Int] = [:]
      for (place, name) in names.enumerated() {
        guard places.updateValue(place, forKey: name) == nil else { throw CSVFailure.duplicateColumn(name) }
      }
      func first(_ aliases: [String]) -> Int? {
        aliases.lazy.compactMap { places[$0] }.first
      }
      func needed(_ aliases: [String]) throws -> Int {
        guard let place = first(aliases) else { throw ReviewLogFailure.missingColumn(aliases) }
        return place
      }
      if takesAnki, places["card_id"] == nil, places["cid"] != nil {
        card = try needed(["cid"])
        time = try needed(["id"])
        rating = try needed(["ease"])
        (state, duration, elapsed, offset) = (nil, first(["time"]), nil, nil)
        isAnki = true
        return
      }
      isAnki = false
      card = try needed(["card_id"])
      time = try needed(["review_time", "review_time_ms"])
      rating = try needed(["review_rating", "rating"])
      state = first(["review_state"])
      duration = first(["review_duration", "duration_ms"])
      elapsed = first(["delta_t_days"])
      offset = first(["utc_offset_minutes"])
    }
  }

  private var columns: [String] = []

  private var parser = CSVParser()
  private var places: Places?
  private var zone: DayZone
  private let takesAnki: Bool

  /// A reader at the start of a file.
  ///
  /// - Parameters:
  ///   - zone: the learner's, for rows that say no offset of their own.
  ///   - takesAnki: whether a table without `card_id` may have the columns of Anki's `revlog`: `cid`, `id`
  ///     (UTC milliseconds), `ease` and, where there is one, `time` (milliseconds taken). Its rows without a
  ///     rating, which are no reviews, are passed over.
  public init(zone: any ZoneRules, takesAnki: Bool = false) {
    self.zone = DayZone(zone)
    self.takesAnki = takesAnki
  }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - bytes: the next piece.
  ///   - body: takes the header and each row that the piece completes.
  /// - Throws: `CSVFailure`, `ReviewLogFailure`, or what the body throws.
  public mutating func read(_ bytes: some Sequence<UInt8>, body: (ReviewLogPart) throws -> Void) throws {
    var parser = parser
    self.parser = CSVParser()
    defer { self.parser = parser }
    try parser.parse(bytes) { record in
      if let part = try take(record) { try body(part) }
    }
  }

  /// Reads the end of the file.
  ///
  /// - Throws: also `CSVFailure.noHeader`, for an empty file.
  public mutating func finish(body: (ReviewLogPart) throws -> Void) throws {
    var parser = parser
    try parser.finish { record in
      if let part = try take(record) { try body(part) }
    }
    self.parser = parser
    guard places != nil else { throw CSVFailure.noHeader }
  }

  private mutating func take(_ record: CSVRecord) throws -> ReviewLogPart? {
    guard let places else {
      columns = record.cells
      self.places = try Places(columns, takesAnki: takesAnki)
      return .header(columns)
    }
    guard record.count == columns.count else {
      throw CSVFailure.cellCount(line: record.line, expected: columns.count, found: record.count)
    }
    if places.isAnki, record.withBytes(at: places.rating, { $0.elementsEqual([UInt8(ascii: "0")]) }) {
      return nil
    }
    func failure(_ place: Int, _ content: ReviewLogFailure.Content) -> ReviewLogFailure {
      .cell(line: record.line, column: columns[place], text: record.text(at: place), content)
    }
    func optional<Value>(
      _ place: Int?,
      _ content: ReviewLogFailure.Content,
      _ value: (LogCell) -> Value?
    ) throws -> Value? {
      guard let place, !record.isEmpty(at: place) else { return nil }
      guard let value = record.withBytes(at: place, { value(LogCell($0)) }) else {
        throw failure(place, content)
      }
      return value
    }
    func needed<Value>(
      _ place: Int,
      _ content: ReviewLogFailure.Content,
      _ value: (LogCell) -> Value?
    ) throws -> Value {
      guard let value = try optional(place, content, value) else { throw failure(place, content) }
      return value
    }
    let time = try needed(places.time, .time) { $0.time }
    let offset = try optional(places.offset, .offset) { $0.whole(in: -1_440...1_440) }
    let row = LoggedRow(
      line: record.line,
      card: try needed(places.card, .card) { $0.text },
      moment: moment(of: time, offset: offset),
      rating: try needed(places.rating, .rating) { $0.whole(in: 1...4).flatMap(Rating.init) },
      state: try optional(places.state, .state) { $0.whole(in: 0...3).flatMap(Phase.init) },
      duration: try optional(places.duration, .duration) {
        $0.whole(in: 0...9_007_199_254_740_992).map { Milliseconds(Int64($0)) }
      },
      elapsed: try optional(places.elapsed, .elapsed) { $0.number }.flatMap { $0 >= 0 ? Days($0) : nil },
      hasTextTime: time.isText,
      record: record
    )
    return .row(row)
  }

  /// When a row's review was, and by how much local time then differed from UTC.
  private mutating func moment(of time: LoggedTime, offset: Int?) -> Moment {
    switch time.clock {
    case .utc:
      let instant = Instant(milliseconds: time.milliseconds)
      return Moment(instant, offset: offset.map(UTCOffset.init) ?? zone.offset(at: instant))
    case .offset(let minutes):
      let instant = Instant(milliseconds: time.milliseconds - Int64(minutes) * 60_000)
      return Moment(instant, offset: UTCOffset(minutes: offset ?? minutes))
    case .local:
      let instant = zone.instant(ofLocal: time.milliseconds)
      return Moment(instant, offset: offset.map(UTCOffset.init) ?? zone.offset(at: instant))
    }
  }
}
