import Foundation
import Testing

@Suite struct HelpTests {
  private static let commands = [
    "compile", "lint", "preview", "quiz", "stats", "export", "learners", "decks", "settings", "cards",
    "suspend", "resume", "forget", "bury", "flag", "undo", "home", "read",
  ]

  @Test(arguments: commands) func `a command's help gives an example in both languages`(_ command: String)
    throws
  {
    let program = try Program()
    defer { program.remove() }
    for (language, example) in [("en", "xample"), ("zh", "例：")] {
      let ending = try program.run("help", command, setting: ["LANG": language == "zh" ? "zh_CN.UTF-8" : "C"])
      #expect(ending.status == 0)
      #expect(ending.messages.isEmpty)
      #expect(ending.output.contains(example), "\(ending.output)")
    }
  }

  @Test func `the Chinese help page is Chinese throughout`() throws {
    let program = try Program()
    defer { program.remove() }
    for arguments in [["--help", "--ui", "zh"], ["quiz", "--help", "--ui", "zh"]] {
      let page = try program.run(arguments, input: Data()).output
      for word in ["USAGE", "OPTIONS", "OVERVIEW", "Show ", "See "] {
        #expect(!page.contains(word), "\(page)")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completion scripts are made for each shell`(_ shell: String)
    throws
  {
    let program = try Program()
    defer { program.remove() }
    let ending = try program.run("--generate-completion-script", shell)
    #expect(ending.status == 0)
    #expect(Self.commands.allSatisfy(ending.output.contains))
  }

  @Test func `options that hold for all commands may stand before the command`() throws {
    let program = try Program()
    defer { program.remove() }
    let ending = try program.run("--ui", "zh", "--learner", "../x", "quiz")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("“../x”"))
  }
}
