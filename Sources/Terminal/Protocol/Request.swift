import Cards
import Language
import Reports
import Scheduling
import Study

/// A line of the protocol that asks for something (DESIGN.md §5).
enum Request: Equatable {
  case reveal
  case answer(JSONValue)
  case rate(Rating, Milliseconds?)
  case undo
  case mark(MarkName)
  case quit

  /// Requests that concern the card on show and are answered by `done`.
  enum MarkName: String {
    case bury
    case suspend
    case skip
    case flag
  }

  /// The longest time a rating may claim to have taken: a day.
  static let longestReview: Int64 = 86_400_000

  /// Reads a line.
  ///
  /// - Throws: `RequestFailure` with what to tell the sender.
  init(_ line: [UInt8]) throws(RequestFailure) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      throw RequestFailure(Phrases.notJSON(error))
    }
    guard case .string(let type)? = value["type"] else { throw RequestFailure(Phrases.notARequest) }
    switch type {
    case "reveal": self = .reveal
    case "answer": self = .answer(value)
    case "rate": self = .rate(try Request.rating(in: value), try Request.duration(in: value))
    case "undo": self = .undo
    case "quit": self = .quit
    default:
      guard let mark = MarkName(rawValue: type) else { throw RequestFailure(Phrases.unknownRequest(type)) }
      self = .mark(mark)
    }
  }

  private static func rating(in value: JSONValue) throws(RequestFailure) -> Rating {
    guard let number = whole(value["rating"]), let rating = Int(exactly: number).flatMap(Rating.init) else {
      throw RequestFailure(Phrases.ratingNeeded)
    }
    return rating
  }

  private static func duration(in value: JSONValue) throws(RequestFailure) -> Milliseconds? {
    switch value["milliseconds"] {
    case nil, .null?: return nil
    case let given:
      guard let number = whole(given), (0...longestReview).contains(number) else {
        throw RequestFailure(Phrases.millisecondsNeeded)
      }
      return Milliseconds(number)
    }
  }

  /// A whole number, also where a program wrote it as `3.0`.
  private static func whole(_ value: JSONValue?) -> Int64? {
    switch value {
    case .integer(let number)?: number
    case .number(let number)?: Int64(exactly: number)
    case .null?, .bool?, .string?, .array?, .object?, nil: nil
    }
  }

  /// The answer that a request of type `answer` holds, in the form that the kind of card asks for.
  static func answer(in value: JSONValue, to kind: CardKind) throws(RequestFailure) -> Answer {
    switch kind {
    case .qa, .cloze, .truefalse:
      guard case .string(let text)? = value["text"] else { throw RequestFailure(Phrases.textNeeded) }
      return .text(text)
    case .list, .order, .choice:
      guard case .array(let values)? = value["items"] else { throw RequestFailure(Phrases.itemsNeeded) }
      var items: [String] = []
      for case .string(let item) in values { items.append(item) }
      guard items.count == values.count else { throw RequestFailure(Phrases.itemsNeeded) }
      return .items(items)
    }
  }
}

/// Why a line was refused, in the words to send back.
struct RequestFailure: Error {
  let message: Bilingual

  init(_ message: Bilingual) {
    self.message = message
  }
}
