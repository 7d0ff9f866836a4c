import Foundation
import Testing

/// Compares a text with a fixture; with `WENGU_RECORD=1` records it instead, which fails the run.
func expectGolden(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Fixtures/\(name)")
  if ProcessInfo.processInfo.environment["WENGU_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  let place = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
  let message = place.map { "\(name): has '\($0)', expected '\($1)'" } ?? "\(name): lengths differ"
  #expect(text == expected, Comment(rawValue: message), sourceLocation: sourceLocation)
}
