import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Lines from files and pipes, and text into them.
struct DescriptorTests {
  private func pipeEnds() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    return (ends[0], ends[1])
  }

  private func lines(of bytes: [UInt8], limit: Int) throws -> [InputLine] {
    let ends = pipeEnds()
    let output = DescriptorOutput(ends.write)
    output.write(String(decoding: bytes, as: UTF8.self))
    try output.flush()
    close(ends.write)
    let input = DescriptorInput(ends.read, limit: limit)
    var lines: [InputLine] = []
    repeat { lines.append(input.nextLine(prompt: "unseen")) } while lines.last != .end
    close(ends.read)
    return lines
  }

  @Test(arguments: [
    ("", []),
    ("a\nb\n", ["a", "b"]),
    ("a\r\n\r\nb", ["a", "", "b"]),
    ("你好", ["你好"]),
    ("\n", [""]),
  ])
  func `lines end at a line feed or at the end`(text: String, expected: [String]) throws {
    let lines = try lines(of: Array(text.utf8), limit: 100)
    #expect(lines == expected.map { .line(Array($0.utf8)) } + [.end])
  }

  @Test func `a line too long is dropped whole and the next one read`() throws {
    let long = String(repeating: "x", count: 30_000)
    let lines = try lines(of: Array("\(long)\nab\n\(long)".utf8), limit: 20_000)
    #expect(lines == [.tooLong, .line(Array("ab".utf8)), .tooLong, .end])
  }

  @Test func `a prompt for input that nobody types has a line of its own`() throws {
    let prompts = Transcript()
    let ends = pipeEnds()
    close(ends.write)
    #expect(DescriptorInput(ends.read, prompts: prompts).nextLine(prompt: "答案：") == .end)
    #expect(prompts.text == "答案：\n")
    close(ends.read)
  }

  @Test func `output that cannot be written is told`() {
    let full = open("/dev/full", O_WRONLY)
    guard full >= 0 else { return }
    let output = DescriptorOutput(full)
    output.write("x")
    let failure = #expect(throws: OutputFailure.self) { try output.flush() }
    #expect(failure?.code == ENOSPC)
    #expect(output.width == nil)
    close(full)
  }
}
