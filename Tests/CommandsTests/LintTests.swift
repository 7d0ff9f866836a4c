import Foundation
import Testing

@Suite struct LintTests {
  private let deck = """
    ---
    deck: Sky
    source: sky.txt
    ---

    Q: What colour is the sky? ^7k3m9q2a5x
    A: blue
    > The sky is blue.

    """

  @Test func `a passage that the essay no longer has is a warning on its line`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "sky.md")
    try program.write("The sky is blue. So is the sea.", to: "sky.txt")
    let sound = try program.run("lint", "sky.md")
    #expect(sound.status == 0)
    #expect(sound.output.isEmpty, "\(sound.output)")
    try program.write("The sky is grey.", to: "sky.txt")
    let warned = try program.run("lint", "sky.md")
    #expect(warned.status == 0)
    #expect(warned.output.hasPrefix("sky.md:8:"), "\(warned.output)")
    #expect(warned.output.contains("warning"))
  }

  @Test func `a source that is a link or leads out of the folder is not read`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "sky.md")
    try program.write("The sky is grey.", to: "elsewhere.txt")
    try FileManager.default.createSymbolicLink(
      atPath: program.home.appendingPathComponent("sky.txt").path,
      withDestinationPath: "elsewhere.txt"
    )
    #expect(try program.run("lint", "sky.md").output.isEmpty)
  }

  @Test func `the decks that come with the project are without fault`() throws {
    let program = try Program()
    defer { program.remove() }
    for name in ["essay", "tea", "forgetting"] {
      let ending = try program.run("lint", Program.deck("\(name).md").path)
      #expect(ending.status == 0)
      #expect(ending.output.isEmpty, "\(ending.output)")
    }
  }

  @Test func `what is mechanical is mended and nothing else of the file changes`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("Ｑ：Why?\r\nA: because\r\n", to: "d.md")
    let mended = try program.run("lint", "--fix", "d.md")
    #expect(mended.status == 0, "\(mended.output)")
    let text = try program.read("d.md")
    #expect(text.hasPrefix("Q: Why? ^") || text.hasPrefix("Q:Why? ^"), "\(text)")
    #expect(text.hasSuffix("\r\nA: because\r\n"), "\(text)")
  }
}
