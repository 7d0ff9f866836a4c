import Foundation
import Testing

@Suite struct CompileTests {
  @Test(arguments: ["essay", "tea", "forgetting"])
  func `the decks that come with the project are what their essays compile to`(_ name: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("\(name).txt")
    try program.copyDeck("\(name).md")
    let before = try program.read("\(name).md")
    let ending = try program.run("compile", "\(name).txt", "-o", "\(name).md")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(try program.read("\(name).md") == before, "make decks")
  }

  @Test func `two compiles of an essay are the same bytes in any locale`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.txt")
    let first = try program.run("compile", "essay.txt")
    #expect(first.status == 0)
    for locale in ["C", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"] {
      let second = try program.run("compile", "essay.txt", setting: ["LANG": locale, "LC_ALL": locale])
      #expect(first.output == second.output, "\(locale)")
    }
  }

  @Test func `the essay gives the same cards in every encoding and with every line end`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.txt")
    let text = try program.read("essay.txt")
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    let forms: [(name: String, data: Data?)] = [
      ("gb18030.txt", text.data(using: gb18030)), ("utf16.txt", text.data(using: .utf16)),
      ("utf16le.txt", ("\u{feff}" + text).data(using: .utf16LittleEndian)),
      ("utf16be.txt", ("\u{feff}" + text).data(using: .utf16BigEndian)),
      ("cr.txt", text.replacingOccurrences(of: "\n", with: "\r").data(using: .utf8)),
      ("crlf.txt", text.replacingOccurrences(of: "\n", with: "\r\n").data(using: .utf8)),
      ("bom.txt", ("\u{feff}" + text).data(using: .utf8)),
    ]
    let plain = try program.run("compile", "essay.txt", "--title", "Essay", "--format", "jsonl")
    #expect(plain.objects.count >= 40)
    for form in forms {
      try program.write(try #require(form.data), to: form.name)
      let same = try program.run("compile", form.name, "--title", "Essay", "--format", "jsonl")
      #expect(same.output == plain.output, "\(form.name)")
    }
  }

  @Test func `a dry run writes nothing`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.txt")
    let ending = try program.run("compile", "tea.txt", "-o", "tea.md", "--dry-run")
    #expect(ending.status == 0)
    #expect(!FileManager.default.fileExists(atPath: program.home.appendingPathComponent("tea.md").path))
  }
}
