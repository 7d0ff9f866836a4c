/// The essays behind the decks of a session, each read when first wanted.
final class EssayShelf {
  /// The paths of decks not looked at yet.
  private var unread: ArraySlice<String>
  private var texts: [String: String] = [:]

  init(_ paths: [String]) {
    unread = paths[...]
  }

  /// The text of the essay that a deck of this name came from; nil where it does not lie beside the deck, or
  /// cannot be read any more, for a session goes on without it.
  func essay(of deck: String) -> String? {
    while texts[deck] == nil, let path = unread.popFirst() {
      guard let loaded = try? LoadedDeck(at: path) else { continue }
      texts[loaded.name] = (try? loaded.essay()) ?? ""
    }
    return texts[deck].flatMap { $0.isEmpty ? nil : $0 }
  }
}
