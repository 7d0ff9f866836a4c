import Foundation
public import Language

/// A learner's name, safe as the name of a file: 1 to 100 bytes in NFC without separators, control or
/// format characters or a leading dot.
public struct LearnerName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name in NFC.
  public let text: String

  /// The most bytes that a name may have.
  public static let maximumLength = 100

  /// A name as typed, brought into NFC.
  ///
  /// - Throws: ``LearnerNameFailure``.
  public init(_ typed: String) throws(LearnerNameFailure) {
    let text = typed.precomposedStringWithCanonicalMapping
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= LearnerName.maximumLength else { throw .tooLong(bytes: text.utf8.count) }
    guard !text.hasPrefix(".") else { throw .leadingDot }
    if let scalar = text.unicodeScalars.first(where: { !LearnerName.allows($0) }) { throw .forbidden(scalar) }
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap(\.self)
    if let blank = ends.first(where: \.properties.isWhitespace) { throw .forbidden(blank) }
    self.text = text
  }

  /// The name.
  public var description: String { text }

  /// The order of the names' scalars.
  public static func < (left: LearnerName, right: LearnerName) -> Bool {
    left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar != "/", scalar != "\\", scalar != "\u{FFFD}" else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      return false
    default:
      return true
    }
  }
}

/// Why a text cannot be a learner's name.
public enum LearnerNameFailure: Error, Sendable, Equatable {
  /// There is nothing in it.
  case empty
  /// It has more bytes than ``LearnerName/maximumLength``.
  case tooLong(bytes: Int)
  /// It begins with a dot.
  case leadingDot
  /// It holds a character that may not stand in a name.
  case forbidden(Unicode.Scalar)

  /// The failure for people, with what to do about it.
  public var message: Bilingual {
    switch self {
    case .empty:
      Bilingual(
        zh: "学习者的名字是空的。请用 --learner 指定一个名字。",
        en: "the learner's name is empty; give one with --learner"
      )
    case .tooLong(let bytes):
      Bilingual(
        zh: "学习者的名字有 \(bytes) 个字节，最多 \(LearnerName.maximumLength) 个。请换一个短些的名字。",
        en:
          "the learner's name has \(bytes) bytes of at most \(LearnerName.maximumLength); choose a shorter one"
      )
    case .leadingDot:
      Bilingual(
        zh: "学习者的名字不能以点开头。请换一个名字。",
        en: "a learner's name cannot begin with a dot; choose another one"
      )
    case .forbidden(let scalar):
      Bilingual(
        zh: "学习者的名字里不能有字符 \(LearnerNameFailure.code(of: scalar))。请换一个名字，不含斜线和控制字符。",
        en: "a learner's name cannot hold the character \(LearnerNameFailure.code(of: scalar)); "
          + "choose one without slashes and control characters"
      )
    }
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return scalar.isASCII && scalar.value > 32 && scalar.value < 127 ? "\(scalar) (\(code))" : code
  }
}
