import Cards
import Language

/// An essay's text with the name that its deck keeps.
struct EssaySource {
  /// The path as it was given; `-` is standard input.
  let path: String

  /// The bare name of the file; nil for standard input and for a name that a deck cannot hold.
  let name: String?

  /// The text.
  let text: SourceText

  private static let largestFile = 16 << 20

  init(at path: String) throws {
    let bytes =
      path == "-"
      ? try readStandardInput(limit: Self.largestFile) : try readFile(at: path, limit: Self.largestFile)
    do {
      text = SourceText(try decode(bytes, limit: Self.largestFile).text)
    } catch {
      throw CommandFailure.essay(path: path, error)
    }
    self.path = path
    let bare = fileName(of: path)
    name = path != "-" && DeckHeader.isBareFileName(bare) ? bare : nil
  }

  /// The text as one string, line feeds only.
  var plainText: String {
    text[text.range]
  }

  /// What to call the essay where it has no title.
  var label: String {
    name.map { stem(of: $0) } ?? (path == "-" ? "stdin" : stem(of: path))
  }
}
