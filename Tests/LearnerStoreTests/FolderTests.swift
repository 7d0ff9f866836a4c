import Foundation
import Language
import LearnerStore
import Study
import Testing

@Suite struct FolderTests {
  @Test(
    arguments: [
      ("李雷", nil), ("Li Lei", nil), ("o'neil; DROP TABLE", nil), (String(repeating: "a", count: 100), nil),
      ("", .empty), (String(repeating: "雷", count: 34), .tooLong(bytes: 102)), (".hidden", .leadingDot),
      ("..", .leadingDot), ("../x", .leadingDot), ("a/b", .forbidden("/")), ("a\\b", .forbidden("\\")),
      ("a\nb", .forbidden("\n")), ("a\0", .forbidden("\0")), ("a\u{202E}b", .forbidden("\u{202E}")),
      ("a\u{2028}", .forbidden("\u{2028}")), ("a\u{200B}b", .forbidden("\u{200B}")),
      ("\u{FEFF}", .forbidden("\u{FEFF}")),
    ] as [(String, LearnerNameFailure?)]
  )
  func `a name is a name or is refused for a reason`(typed: String, failure: LearnerNameFailure?) {
    do {
      #expect(try LearnerName(typed).text == typed)
      #expect(failure == nil)
    } catch {
      #expect(error == failure)
      #expect(!error.message.english.isEmpty && !error.message.chinese.isEmpty)
    }
  }

  @Test func `a name is brought into NFC`() throws {
    #expect(Array(try LearnerName("Jose\u{301}").text.utf8) == Array("Jos\u{E9}".utf8))
  }

  @Test func `learners are those with a file, sorted; everything else is left out`() throws {
    try inTemporaryFolder { data in
      let folder = LearnerFolder(dataFolder: data + "/wengu/")
      #expect(try folder.learners().isEmpty)
      try folder.prepare()
      try folder.prepare()
      for name in ["李雷.sqlite", "b.sqlite", "B.sqlite", "b.sqlite-wal", "x.txt", ".y.sqlite", ".sqlite"] {
        try Data().write(to: URL(fileURLWithPath: folder.path + "/" + name))
      }
      try FileManager.default.createDirectory(
        atPath: folder.path + "/f.sqlite",
        withIntermediateDirectories: false
      )
      #expect(try folder.learners().map(\.text) == ["B", "b", "李雷"])
    }
  }

  @Test func `a folder under a file cannot be made`() throws {
    try inTemporaryFolder { data in
      try Data().write(to: URL(fileURLWithPath: data + "/file"))
      #expect(throws: LearnerFileFailure.self) { try LearnerFolder(dataFolder: data + "/file").prepare() }
    }
  }

  @Test func `a device keeps its id; a file without one gets a new one`() throws {
    try inTemporaryFolder { data in
      var random = Seeded(state: 1)
      let file = DeviceFile(path: data + "/state/wengu/device")
      let minted = try file.device(using: &random)
      #expect(minted.text.count == 16)
      #expect(try file.device(using: &random) == minted)
      #expect(try DeviceFile(path: data + "/other").device(using: &random) != minted)
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      for damaged in ["", "../../x\n", String(repeating: "a", count: 65)] {
        try Data(damaged.utf8).write(to: URL(fileURLWithPath: file.path))
        let next = try file.device(using: &random)
        #expect(next != minted)
        #expect(try file.device(using: &random) == next)
      }
      let folder = try FileManager.default.contentsOfDirectory(atPath: data + "/state/wengu")
      #expect(folder == ["device"])
    }
  }
}
