import Language

/// A piece of a page as a value; all escaping happens where it is written.
///
/// Names of elements and attributes are literals, so that no text from outside can become markup.
public indirect enum HTML: Sendable {
  /// An element with its attributes and content, in their order.
  case element(StaticString, attributes: [HTMLAttribute], content: [HTML])
  /// A text, which may come from outside; it passes `safe` and is escaped.
  case text(String)
  /// A style sheet of our own.
  case style(StaticString)

  /// An element.
  public static func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute] = [],
    _ content: [HTML] = []
  ) -> HTML {
    .element(name, attributes: attributes, content: content)
  }

  /// An element that holds only a text.
  public static func element(_ name: StaticString, _ attributes: [HTMLAttribute] = [], text: String) -> HTML {
    .element(name, attributes: attributes, content: [.text(text)])
  }
}

/// A name and its value in an element's tag.
public struct HTMLAttribute: Sendable {
  let name: StaticString
  let value: String

  /// An attribute; the value may come from outside.
  public init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The attribute `class`.
  public static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }
}

/// A whole page that needs nothing but itself: no script, no network, no other file.
public struct HTMLPage: Sendable {
  private let title: String
  private let language: String
  private let style: StaticString
  private let content: [HTML]

  /// A page.
  ///
  /// - Parameters:
  ///   - title: shown by the browser, and the name under which it is printed.
  ///   - language: the BCP 47 tag of its words.
  ///   - style: its style sheet.
  ///   - content: its body.
  public init(title: String, language: String, style: StaticString, content: [HTML]) {
    self.title = title
    self.language = language
    self.style = style
    self.content = content
  }

  /// The page's text.
  public var text: String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    let head = HTML.element(
      "head",
      [],
      [
        .element("meta", [HTMLAttribute("charset", "utf-8")]),
        .element(
          "meta",
          [HTMLAttribute("http-equiv", "Content-Security-Policy"), HTMLAttribute("content", policy)]
        ),
        .element(
          "meta",
          [
            HTMLAttribute("name", "viewport"),
            HTMLAttribute("content", "width=device-width, initial-scale=1"),
          ]
        ),
        .element(
          "meta",
          [HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark")]
        ),
        .element("title", text: title), .style(style),
      ]
    )
    var writer = HTMLWriter()
    writer.write("<!DOCTYPE html>\n")
    writer.write(
      .element("html", [HTMLAttribute("lang", language)], [head, .element("body", [], content)])
    )
    writer.write("\n")
    return writer.text
  }
}

/// Writes values as markup: the one place where texts are escaped.
private struct HTMLWriter {
  private(set) var text = ""

  mutating func write(_ markup: String) { text += markup }

  mutating func write(_ node: HTML) {
    switch node {
    case .text(let text): write(Self.escaped(text))
    case .style(let sheet): write("<style>\(sheet)</style>\n")
    case .element(let name, let attributes, let content):
      write("<\(name)")
      for attribute in attributes { write(" \(attribute.name)=\"\(Self.escaped(attribute.value))\"") }
      write(">")
      guard !Self.isVoid(name) else { return write("\n") }
      for child in content { write(child) }
      write("</\(name)>")
      if Self.isBlock(name) { write("\n") }
    }
  }

  private static func isVoid(_ name: StaticString) -> Bool {
    ["meta", "br", "hr", "img", "link", "input", "col"].contains("\(name)")
  }

  /// Elements after which a line may end without a trace on the page.
  private static func isBlock(_ name: StaticString) -> Bool {
    [
      "head", "title", "body", "main", "header", "footer", "section", "article", "div", "p", "h1", "h2", "h3",
      "h4", "ul", "ol", "li", "table", "thead", "tbody", "tr", "dl", "dt", "dd", "figure", "svg", "nav",
    ].contains("\(name)")
  }

  private static func escaped(_ text: String) -> String {
    let text = safe(text, keepingNewlines: true)
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
