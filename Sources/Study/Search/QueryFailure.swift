/// Why a query cannot be read, and where.
public struct QueryFailure: Error, Sendable, Equatable {
  /// The character at which it goes wrong, counted from 1.
  public let position: Int

  /// What is wrong there.
  public let reason: Reason

  /// What can be wrong with a query.
  public enum Reason: Sendable, Equatable {
    /// A word before a colon is none that is known.
    case unknownKey(String)
    /// Nothing stands behind `deck:` or another key.
    case missingValue(key: String)
    /// `is:` with a state that there is not.
    case unknownState(String)
    /// `kind:` with a kind that there is not.
    case unknownKind(String)
    /// `prop:` with a figure that there is not.
    case unknownProperty(String)
    /// `prop:` without a comparison.
    case missingComparison(String)
    /// A figure is compared with something that is no number.
    case notNumber(String)
    /// `id:` or `^` with something that cannot be a card's id.
    case notID(String)
    /// `(` without `)`.
    case openParenthesis
    /// `)` without `(`.
    case strayParenthesis
    /// A quotation mark without its partner.
    case openQuote
    /// Something must follow `-`, `or` or `(`.
    case nothingAfter(String)
    /// Something must stand before `or`.
    case nothingBefore(String)
    /// Parentheses within parentheses, too many of them.
    case tooDeep
    /// More characters than a query may have.
    case tooLong
  }

  /// A failure from its parts.
  public init(at position: Int, _ reason: Reason) {
    self.position = position
    self.reason = reason
  }
}
