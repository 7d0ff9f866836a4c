import Foundation
import Language

/// The system's word for an error number.
func systemError(_ code: Int32) -> String {
  String(cString: strerror(code))
}

extension FileFailure {
  /// How the run ends.
  var status: ExitStatus {
    switch self {
    case .missing, .unreadable, .unwritable: .environment
    case .isFolder, .notRegular, .notReplaceable, .isDatabase, .tooLarge: .refused
    }
  }

  /// What is wrong and what to do about it.
  var message: Bilingual {
    switch self {
    case .missing(let path):
      Bilingual(
        zh: "\(safe(path)): 没有这个文件；请检查路径",
        en: "\(safe(path)): no such file; check the path"
      )
    case .isFolder(let path):
      Bilingual(
        zh: "\(safe(path)): 这是文件夹；请给出其中的一个文件",
        en: "\(safe(path)): is a folder; name a file in it"
      )
    case .notRegular(let path):
      Bilingual(
        zh: "\(safe(path)): 不是普通文件；请给出一个文本文件",
        en: "\(safe(path)): not a regular file; give a text file"
      )
    case .notReplaceable(let path):
      Bilingual(
        zh: "\(safe(path)): 不是普通文件，不能写入；请换一个文件名，或不用 -o",
        en: "\(safe(path)): not a regular file, so it is not replaced; name another file, or leave out -o"
      )
    case .isDatabase(let path):
      Bilingual(
        zh: "\(safe(path)): 这是数据库（可能是学习记录），不会覆盖；请换一个文件名",
        en: "\(safe(path)): a database (perhaps a learner file), so it is not replaced; name another file"
      )
    case .tooLarge(let path, let limit):
      Bilingual(
        zh: "\(safe(path)): 超过 \(limit / 1_048_576) MiB；请分成几个文件",
        en: "\(safe(path)): larger than \(limit / 1_048_576) MiB; split it into several files"
      )
    case .unreadable(let path, let code):
      Bilingual(
        zh: "\(safe(path)): 无法读取（\(systemError(code))）；请检查文件权限",
        en: "\(safe(path)): cannot be read (\(systemError(code))); check its permissions"
      )
    case .unwritable(let path, let code):
      Bilingual(
        zh: "\(safe(path)): 无法写入（\(systemError(code))）；请换一个可写的位置，或检查权限和磁盘空间",
        en:
          "\(safe(path)): cannot be written (\(systemError(code))); check permissions and space, or write elsewhere"
      )
    }
  }
}
