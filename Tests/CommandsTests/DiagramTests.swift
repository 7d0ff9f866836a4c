import Foundation
import Testing

@Suite struct DiagramTests {
  /// The arrows `A --> B` of README's diagram.
  private func drawnArrows() throws -> Set<String> {
    let readme = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    let lines = readme.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return Set(lines.filter { $0.contains(" --> ") && !$0.contains("`") })
  }

  /// The dependencies that Package.swift gives its targets, tests left out.
  private func builtArrows() throws -> Set<String> {
    let manifest = try String(
      contentsOf: Program.root.appendingPathComponent("Package.swift"),
      encoding: .utf8
    )
    let rooms = try #require(manifest.components(separatedBy: "let tests").first)
    var arrows: Set<String> = []
    for target in rooms.components(separatedBy: "arget(").dropFirst() {
      let names = target.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      for name in names.dropFirst()
      where !["GRDB.swift", "swift-argument-parser", "Sources/Benchmarks"].contains(name) {
        arrows.insert("\(names[0]) --> \(name)")
      }
    }
    return arrows
  }

  @Test func `README's diagram has the arrows of Package.swift and no others`() throws {
    let built = try builtArrows()
    #expect(built.count > 20)
    #expect(try drawnArrows() == built)
  }
}
