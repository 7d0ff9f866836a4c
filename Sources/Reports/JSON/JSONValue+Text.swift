extension JSONValue {
  /// The value as JSON on one line, without spaces.
  ///
  /// Numbers are written in their shortest form that reads back the same. Texts keep their characters;
  /// escaped are only the quotation mark, the backslash, and what could part a line or steer a terminal:
  /// control characters, line separators and marks of writing direction.
  public var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  /// The value as JSON over several lines, two spaces deeper at each level, for people to read.
  public var indentedText: String {
    var text = ""
    append(to: &text, indentation: 0)
    return text
  }

  private func append(to text: inout String, indentation: Int? = nil) {
    switch self {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += number.jsonText
    case .string(let string): string.appendJSON(to: &text)
    case .array(let values):
      appendList(values, between: ("[", "]"), to: &text, indentation: indentation) { value, text, deeper in
        value.append(to: &text, indentation: deeper)
      }
    case .object(let members):
      appendList(members, between: ("{", "}"), to: &text, indentation: indentation) { member, text, deeper in
        member.name.appendJSON(to: &text)
        text += deeper == nil ? ":" : ": "
        member.value.append(to: &text, indentation: deeper)
      }
    }
  }

  private func appendList<Element>(
    _ elements: [Element],
    between brackets: (open: String, close: String),
    to text: inout String,
    indentation: Int?,
    append: (Element, inout String, Int?) -> Void
  ) {
    let deeper = indentation.map { $0 + 1 }
    func breakLine(_ level: Int?) -> String {
      level.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
    }
    text += brackets.open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      text += breakLine(deeper)
      append(element, &text, deeper)
    }
    if !elements.isEmpty { text += breakLine(indentation) }
    text += brackets.close
  }
}

extension Double {
  fileprivate var jsonText: String {
    guard isFinite else { return "null" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension String {
  fileprivate func appendJSON(to text: inout String) {
    text += "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
