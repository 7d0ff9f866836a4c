import Language

extension DecodingFailure {
  /// What is wrong with a file's bytes and what to do about it.
  func message(at path: String) -> Bilingual {
    switch self {
    case .empty:
      Bilingual(
        zh: "\(path): 文件里没有文字；请给出一个有内容的文本文件",
        en: "\(path): there is no text in it; give a file with text"
      )
    case .binary(let offset):
      Bilingual(
        zh: "\(path): 第 \(offset + 1) 个字节起不是文字；请给出文本文件，而不是程序、图片或压缩包",
        en: "\(path): not text (byte \(offset + 1)); give a text file, not a program, picture or archive"
      )
    case .unknownEncoding(let offset, let line):
      Bilingual(
        zh: "\(path):\(line): 认不出文字编码（第 \(offset + 1) 个字节）；请另存为 UTF-8",
        en: "\(path):\(line): the encoding is not recognised (byte \(offset + 1)); save the file as UTF-8"
      )
    case .tooLarge(_, let limit):
      FileFailure.tooLarge(path: path, limit: limit).message
    }
  }
}
