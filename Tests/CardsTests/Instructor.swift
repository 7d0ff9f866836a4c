import Cards
import Foundation

/// An instructor who edits a deck file in a text editor, and what must not get lost.
struct Instructor {
  var random: SeededRandom
  /// What the instructor wrote, by the id of the card, without tags.
  var written: [CardID: NoteContent] = [:]
  /// Cards that were taken out, with their content.
  var deleted: [CardID: NoteContent] = [:]
  /// Cards that were moved to the other file, with their content.
  var moved: [CardID: NoteContent] = [:]
  /// Comments that were put in.
  var comments: [String] = []
  private var count = 0

  init(seed: Int) {
    random = SeededRandom(seed: seed)
  }

  /// Edits the deck in one random way.
  mutating func edit(_ deck: DeckFile) -> DeckFile {
    var lines = deck.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let placed = deck.notes.randomElement(using: &random) else { return deck }
    let range = placed.firstLine - 1..<placed.lastLine
    count += 1
    switch Int.random(in: 0..<13, using: &random) {
    case 0:
      lines[range.lowerBound] = reworded(lines[range.lowerBound])
    case 1:
      for id in placed.note.ids { deleted[id] = placed.note.content }
      for id in placed.note.ids { written[id] = nil }
      comments.removeAll(where: lines[range].contains)
      lines.removeSubrange(range)
    case 2:
      let block = Array(lines[range])
      lines.removeSubrange(range)
      lines.insert(contentsOf: [""] + block + [""], at: deck.notes[0].firstLine - 1)
    case 3:
      lines.insert(contentsOf: ["", "Q: 手写的问题\(count)？", "A: 手写的答案\(count)", ""], at: range.upperBound)
    case 4:
      lines[range.lowerBound] += " #重点\(count)"
    case 5:
      comments.append("<!-- 备注\(count) -->")
      lines.insert("<!-- 备注\(count) -->", at: range.upperBound)
    case 6 where range.count > 1:
      comments.append("<!-- 内部\(count) -->")
      lines.insert("<!-- 内部\(count) -->", at: range.lowerBound + 1)
    case 8 where placed.note.ids.count == 2:
      let id = placed.note.ids[0]
      deleted[id] = placed.note.content
      written[id] = nil
      let line = lines[range.lowerBound].replacing(" ^\(id)", with: "")
      lines[range.lowerBound] = line.replacing("[", with: "", maxReplacements: 1)
        .replacing("]", with: "", maxReplacements: 1)
    case 9:
      lines[range.lowerBound] = retagged(lines[range.lowerBound])
    case 10:
      guard let other = deck.notes.randomElement(using: &random), other.firstLine > placed.lastLine else {
        break
      }
      let later = Array(lines[other.firstLine - 1..<other.lastLine])
      let earlier = Array(lines[range])
      lines.replaceSubrange(other.firstLine - 1..<other.lastLine, with: earlier)
      lines.replaceSubrange(range, with: later)
    case 11:
      let section = deck.notes.randomElement(using: &random)?.firstLine ?? 1
      let block = Array(lines[range])
      lines.removeSubrange(range)
      let place = section - 1 > range.lowerBound ? section - 1 - range.count : section - 1
      lines.insert(contentsOf: block + [""], at: min(place, lines.count))
    case 7:
      lines.insert("! 教师的说明\(count)", at: range.upperBound)
    default:
      lines.removeAll { $0.hasPrefix("> ") && $0 == placed.note.passage.map { "> " + $0 } }
    }
    return note(DeckFile(parsing: lines.joined(separator: "\n")), before: deck)
  }

  /// Cuts a note out of one deck file and pastes it into another, before what ends that file.
  ///
  /// - Returns: both files; the notes of the second are the instructor's own from now on.
  mutating func move(from deck: DeckFile, to other: DeckFile) -> (DeckFile, DeckFile) {
    guard let placed = deck.notes.randomElement(using: &random), let first = other.notes.first else {
      return (deck, other)
    }
    var lines = deck.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var otherLines = other.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let range = placed.firstLine - 1..<placed.lastLine
    otherLines.insert(contentsOf: Array(lines[range]) + [""], at: first.firstLine - 1)
    comments.removeAll(where: lines[range].contains)
    lines.removeSubrange(range)
    for id in placed.note.ids {
      deleted[id] = placed.note.content
      written[id] = nil
      moved[id] = placed.note.content
    }
    return (
      DeckFile(parsing: lines.joined(separator: "\n")), DeckFile(parsing: otherLines.joined(separator: "\n"))
    )
  }

  /// Takes the first tag that is the instructor's away, or gives one.
  private func retagged(_ line: String) -> String {
    guard let start = line.range(of: " #重点")?.lowerBound else { return line + " #新" }
    let end = line[line.index(after: start)...].firstIndex(of: " ") ?? line.endIndex
    return String(line[..<start] + line[end...])
  }

  private func reworded(_ line: String) -> String {
    guard let mark = line.firstIndex(of: " ") else { return line }
    return line[...mark] + "请注意\(count)：" + line[line.index(after: mark)...]
  }

  /// Remembers what is now the instructor's own text.
  private mutating func note(_ deck: DeckFile, before: DeckFile) -> DeckFile {
    var old: [CardID: Note] = [:]
    for placed in before.notes { for id in placed.note.ids { old[id] = placed.note } }
    for placed in deck.notes {
      for id in placed.note.ids {
        guard let previous = old[id] else { continue }
        if previous.content != placed.note.content || previous.remark != placed.note.remark {
          written[id] = placed.note.content
        }
      }
    }
    return deck
  }
}
