import Foundation
import Testing

/// A learner who rates by a rule, so that every run of theirs is the same.
struct ScriptedLearner {
  /// A rating's acknowledgement.
  struct Acknowledged: Hashable {
    let card: String
    let sequence: Int
  }

  /// Rates 1…4 from the card's id and how often it was seen: mostly good.
  static func rating(card: String, seen: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in (card + "#\(seen)").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return [3, 3, 1, 3, 4, 3, 2, 3][Int(hash >> 8) % 8]
  }

  private(set) var seen: [String: Int] = [:]
  private(set) var acknowledged: [Acknowledged] = []

  /// Answers questions until the session ends or `limit` reviews are acknowledged.
  mutating func study(
    _ conversation: Conversation,
    limit: Int = .max,
    seeing: (_ card: String, _ state: String) -> Void = { _, _ in }
  ) {
    while acknowledged.count < limit, let message = conversation.next() {
      switch message["type"] as? String {
      case "question":
        seeing(message["card"] as? String ?? "", message["state"] as? String ?? "")
        conversation.send(#"{"type":"reveal"}"#)
      case "answer":
        guard let card = message["card"] as? String else { return }
        let rating = Self.rating(card: card, seen: seen[card, default: 0])
        seen[card, default: 0] += 1
        conversation.send(#"{"type":"rate","rating":\#(rating),"milliseconds":4000}"#)
      case "recorded":
        guard let card = message["card"] as? String, let sequence = message["seq"] as? Int else { return }
        acknowledged.append(Acknowledged(card: card, sequence: sequence))
      case "summary": return
      default: break
      }
    }
  }
}

/// The rows of a CSV by column name.
///
/// It understands quotes, which is enough to read what the program writes.
func rows(ofCSV text: String) -> [[String: String]] {
  var records: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  var iterator = text.unicodeScalars.makeIterator()
  var pending = iterator.next()
  while let scalar = pending {
    pending = iterator.next()
    switch scalar {
    case "\"" where isQuoted && pending == "\"":
      cell.unicodeScalars.append(scalar)
      pending = iterator.next()
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      records[records.count - 1].append(cell)
      cell = ""
    case "\r" where !isQuoted: break
    case "\n" where !isQuoted:
      records[records.count - 1].append(cell)
      cell = ""
      records.append([])
    default: cell.unicodeScalars.append(scalar)
    }
  }
  let header = records[0]
  return records.dropFirst().filter { $0.count == header.count }.map { record in
    Dictionary(zip(header, record)) { first, _ in first }
  }
}
