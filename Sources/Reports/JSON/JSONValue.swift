/// A JSON value whose objects keep the order of their members.
public enum JSONValue: Sendable, Equatable {
  /// `null`, which also stands for an absent text.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// Any other number; NaN and infinities, which JSON cannot say, are written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members in their order.
  case object([JSONMember])

  /// A text, or `null` where there is none.
  public init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// A whole number.
  public init(_ number: Int) {
    self = .integer(Int64(number))
  }

  /// A number, or `null` where there is none.
  public init(_ number: Double?) {
    self = number.map(JSONValue.number) ?? .null
  }

  /// Texts in their order.
  public init(_ texts: [String]) {
    self = .array(texts.map(JSONValue.string))
  }

  /// The value of an object's member; nil where there is no such member or this is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

/// A name and its value in an object.
public struct JSONMember: Sendable, Equatable {
  /// The name.
  public let name: String

  /// The value.
  public let value: JSONValue

  /// A member from its parts.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// A text.
  public init(stringLiteral text: String) {
    self = .string(text)
  }

  /// A whole number.
  public init(integerLiteral number: Int64) {
    self = .integer(number)
  }

  /// `true` or `false`.
  public init(booleanLiteral bool: Bool) {
    self = .bool(bool)
  }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// Values in their order.
  public init(arrayLiteral values: JSONValue...) {
    self = .array(values)
  }

  /// Members in the order written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember($0, $1) })
  }
}
