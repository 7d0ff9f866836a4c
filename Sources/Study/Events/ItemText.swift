/// A list of texts in one column: each ends with a line feed; `\n` and `\\` stand for those characters.
public enum ItemText {
  /// The items in one text.
  public static func joined(_ items: [String]) -> String {
    items.map { escaped($0) + "\n" }.joined()
  }

  /// The items of a text.
  public static func items(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var items = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if items.last?.isEmpty ?? false { items.removeLast() }
    return items.map { unescaped(Substring($0)) }
  }

  private static func escaped(_ item: String) -> String {
    guard item.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\\") }) else {
      return item
    }
    var scalars = String.UnicodeScalarView()
    for scalar in item.unicodeScalars {
      switch scalar {
      case "\n": scalars.append(contentsOf: "\\n".unicodeScalars)
      case "\\": scalars.append(contentsOf: "\\\\".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func unescaped(_ item: Substring) -> String {
    guard item.utf8.contains(UInt8(ascii: "\\")) else { return String(item) }
    var scalars = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in item.unicodeScalars {
      if isEscaped {
        scalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
