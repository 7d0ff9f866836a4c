import Cards
import Language

/// A deck file with where it lies.
struct LoadedDeck {
  /// The path as the learner gave it, for messages.
  let path: String

  /// What the file says.
  var file: DeckFile

  /// The hash of its bytes, by which a changed deck is noticed.
  var fingerprint: UInt64

  /// The deck's name: its header's, else the file's.
  var name: String {
    file.header.name ?? stem(of: path)
  }
}

/// The bytes of a deck file, which need not be parsed where they are those that were read before.
struct DeckBytes {
  /// The path as the learner gave it.
  let path: String

  /// The hash of the bytes and of how they are read, by which a changed deck is noticed.
  ///
  /// Sizes and times would not tell a file that was replaced within the clock's grain, so every byte counts.
  let fingerprint: UInt64

  fileprivate let bytes: [UInt8]

  /// The fingerprint of a file whose bytes need not be held.
  static func fingerprint(at path: String) throws(FileFailure) -> UInt64 {
    var hasher = ContentHasher(seed: DeckFile.readingVersion)
    try readBlocks(ofFileAt: path, limit: LoadedDeck.largestFile) { hasher.combine($0) }
    return hasher.finish()
  }

  /// Reads the file.
  init(at path: String) throws(FileFailure) {
    bytes = try readFile(at: path, limit: LoadedDeck.largestFile)
    self.path = path
    fingerprint = contentHash(bytes, seed: DeckFile.readingVersion)
  }
}

extension LoadedDeck {
  /// Decks may be larger than essays: 100,000 cards are some 30 MB.
  fileprivate static let largestFile = 128 << 20

  /// Reads a deck.
  init(at path: String) throws {
    try self.init(DeckBytes(at: path))
  }

  /// Parses a deck.
  init(_ raw: DeckBytes) throws {
    path = raw.path
    file = DeckFile(parsing: try Self.text(of: raw.bytes, path: raw.path))
    fingerprint = raw.fingerprint
  }

  /// The text of a deck's bytes: in UTF-8 every one of them, line ends and byte order mark too.
  private static func text(of bytes: [UInt8], path: String) throws -> String {
    guard !bytes.isEmpty else { return "" }
    do {
      return try decode(bytes, limit: largestFile, keepingUTF8: true).text
    } catch {
      throw CommandFailure.deckText(path: path, error)
    }
  }

  /// Whether the file is a deck: it has a card, a deck's name, or nothing at all.
  var isDeck: Bool {
    !file.notes.isEmpty || file.header.name != nil || file.text.allSatisfy(\.isWhitespace)
  }

  /// Gives ids to cards that have none and writes the file back.
  ///
  /// - Returns: how many ids were given.
  /// - Throws: `CommandFailure.deckNeedsIDs` where the file cannot be written; it is then as before.
  mutating func giveMissingIDs() throws -> Int {
    let minted = file.mintMissingIDs(deckName: name)
    guard !minted.isEmpty else { return 0 }
    do {
      try writeFileAtomically(Array(file.text.utf8), to: path)
    } catch {
      throw CommandFailure.deckNeedsIDs(path: path, count: minted.count)
    }
    fingerprint = contentHash(Array(file.text.utf8), seed: DeckFile.readingVersion)
    return minted.count
  }
}

extension LoadedDeck {
  /// The text of the essays that the deck names as its sources, one after the other; nil where it names none or
  /// one of them does not lie beside it, as then nothing can be said about a passage.
  ///
  /// Nothing but regular files of those bare names beside the deck are read, and no link is followed.
  func essay() throws -> String? {
    var texts: [String] = []
    for name in file.header.sources {
      guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
      let essay = folderPath(of: path) + "/" + name
      guard fileKind(at: essay) == .file, !isLink(essay) else { return nil }
      texts.append(try EssaySource(at: essay).plainText)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}

extension LoadedDeck {
  /// Mends what is mechanical and writes the file back.
  ///
  /// - Returns: what was mended, with its place before.
  mutating func fix() throws -> [Diagnostic] {
    let mended = file.fix(deckName: name)
    guard !mended.isEmpty else { return [] }
    try writeFileAtomically(Array(file.text.utf8), to: path)
    fingerprint = contentHash(Array(file.text.utf8), seed: DeckFile.readingVersion)
    return mended
  }
}

/// A file's name without its ending.
func stem(of path: String) -> String {
  let name = fileName(of: path)
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
  return String(name[..<dot])
}
