import Foundation

/// Review logs for tests.
enum ReviewLogs {
  /// The first rows of a real learner's log (py-fsrs's tests, MIT) as `replay` and `optimize` read it.
  static func real(rows limit: Int = .max) throws -> String {
    let path = Program.root.appendingPathComponent("Tests/SchedulingTests/Fixtures/log.txt")
    var text = "card_id,review_time,review_rating,delta_t_days\n"
    var instant = 1_711_744_352_000
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n").prefix(limit) {
      let words = line.split(separator: " ")
      instant += (Int(words[1]) ?? 0) * 1000
      text += "\(words[0]),\(instant),\(words[2]),\(words[3])\n"
    }
    return text
  }

  /// Logs that no one should have, and the exit code that each deserves.
  static let hostile: [(name: String, text: String, status: Int32)] = [
    ("nothing at all", "", 1), ("a header alone", "card_id,review_time,review_rating\n", 0),
    ("no header", "1,1700000000000,3\n2,1700000000000,3\n", 1),
    ("a column missing", "card_id,review_time\n1,2\n", 1),
    ("a column twice", "card_id,card_id,review_time,review_rating\n1,1,2,3\n", 1),
    ("a rating above 4", "card_id,review_time,review_rating\na,1700000000000,3\na,1700000100000,5\n", 1),
    ("a rating below 1", "card_id,review_time,review_rating\na,1700000000000,0\n", 1),
    ("a rating in words", "card_id,review_time,review_rating\na,1700000000000,good\n", 1),
    ("a time beyond all years", "card_id,review_time,review_rating\na,99999999999999999999,3\n", 1),
    ("a time in words", "card_id,review_time,review_rating\na,yesterday,3\n", 1),
    ("no card", "card_id,review_time,review_rating\n,1700000000000,3\n", 1),
    ("a cell too few", "card_id,review_time,review_rating\na,1700000000000\n", 1),
    ("an open quote", "card_id,review_time,review_rating\n\"a,1700000000000,3\n", 1),
    ("zero bytes", "card_id,review_time,review_rating\n\u{0},\u{0},\u{0}\n", 1),
    (
      "elapsed days that are none",
      "card_id,review_time,review_rating,delta_t_days\na,1700000000000,3,nan\n", 1
    ),
    (
      "absurd elapsed days",
      "card_id,review_time,review_rating,delta_t_days\na,1700000000000,3,-1\na,1700000000000,3,1e300\n", 0
    ),
    (
      "rows in no order",
      "card_id,review_time,review_rating\nb,1700900000000,3\na,1700000000000,3\nb,1700000000000,1\na,1600000000000,2\n",
      0
    ),
    (
      "rows twice",
      "card_id,review_time,review_rating\na,1700000000000,3\na,1700000000000,3\na,1700000000000,3\n", 0
    ),
    (
      "a clock that goes back",
      "card_id,review_time,review_rating\na,1700000000000,3\na,1500000000000,3\na,1700000000001,4\n", 0
    ),
    (
      "the ends of time", "card_id,review_time,review_rating\na,-62135596800000,3\na,253402300799999,3\n", 0
    ),
  ]

  /// So many reviews of one card, a minute apart.
  static func oneCard(reviews: Int) -> Data {
    var text = "card_id,review_time,review_rating\n"
    text.reserveCapacity(reviews * 20)
    for index in 0..<reviews { text += "a,\(1_500_000_000_000 + index * 60_000),\(1 + index % 4)\n" }
    return Data(text.utf8)
  }
}
