public import Language

extension LearnerFileFailure {
  /// The failure for people: the file, what is wrong with it, what to do.
  public var message: Bilingual {
    switch self {
    case .missing(let path):
      path.says(
        zh: "没有这个学习者文件。请检查名字；`wengu learners` 列出已有的学习者",
        en: "there is no such learner file; check the name, 'wengu learners' lists those there are"
      )
    case .notAFile(let path):
      path.says(
        zh: "不是普通文件。请把它移开，或用 --data 指定别的文件夹",
        en: "is not a regular file; move it away, or choose another folder with --data"
      )
    case .noPermission(let path, let access): path.says(access.isNotAllowed)
    case .readOnly(let path):
      path.says(
        zh: "是只读的，无法记录。请把它复制到可写的文件夹，再用 --data 指定该文件夹",
        en: "is read-only, so nothing can be recorded; copy it to a writable folder, named with --data"
      )
    case .openedForReading(let path):
      path.says(
        zh: "是以只读方式打开的，没有记录。请改用会改动文件的命令",
        en: "was opened for reading only, nothing was recorded; use a command that may change it"
      )
    case .pendingChanges(let path):
      path.says(
        zh: "旁边的 -wal 文件里还有新近的记录，在只读文件夹里读不到。请把两个文件一起复制到可写的文件夹",
        en:
          "the newest reviews stand in the -wal file beside it, which cannot be read in a read-only folder; "
          + "copy both files to a writable folder"
      )
    case .notADatabase(let path):
      path.says(
        zh: "不是学习者文件，没有改动它。请把它移开，或用备份替换它",
        en: "is not a learner file and was left as it is; move it away, or put a backup in its place"
      )
    case .foreign(let path, let id):
      path.says(
        zh: "是别的程序的数据库（标识 \(id)），没有改动它。请把它移开，或用 --data 指定别的文件夹",
        en: "is another program's database (application id \(id)) and was left as it is; move it away, "
          + "or choose another folder with --data"
      )
    case .newer(let path):
      path.says(
        zh: "由更新版本的 Wengu 写成，没有改动它。请升级 Wengu",
        en: "was written by a newer Wengu and was left as it is; update Wengu"
      )
    case .unexpectedSchema(let path, let object):
      path.says(
        zh: "结构里的“\(object)”与 Wengu 的不符，没有改动它。请用备份替换它，或只用你信任的文件",
        en:
          "'\(object)' in its schema is not as Wengu makes it, so it was left as it is; put a backup in its "
          + "place, or use a file you trust"
      )
    case .damaged(let path, let detail): path.says(damage(detail))
    case .damagedEvent(let path, let device, let sequence): path.says(damage("\(device)/\(sequence)"))
    case .diskFull(let path):
      path.says(
        zh: "磁盘已满，这一次没有记录，以前的都在。请腾出空间后再试",
        en: "the disk is full, this was not recorded, all before it is safe; free some space and try again"
      )
    case .locked(let path):
      path.says(
        zh: "别的程序占用着这个文件，这一次没有记录。请关闭那个程序后再试",
        en: "another program holds the file, this was not recorded; close that program and try again"
      )
    case .inputOutput(let path, let detail):
      path.says(
        zh: "读写失败（\(detail)），这一次没有记录。请检查磁盘和权限后再试",
        en: "reading or writing failed (\(detail)), nothing was recorded; check the disk and the permissions"
      )
    case .unsafeSettings(let path, let setting):
      path.says(
        zh: "SQLite 没有接受 \(setting)，无法保证记录不丢失。请把文件放到本地磁盘上",
        en: "SQLite did not accept \(setting), so reviews could be lost; keep the file on a local disk"
      )
    case .exists(let path):
      path.says(
        zh: "已有这个文件，没有改动它。请换一个文件名",
        en: "there is such a file already and it was left as it is; name another one"
      )
    case .restored(let path):
      path.says(
        zh: "这期间恢复了备份，这一次没有记录。请重新运行命令",
        en: "a backup was restored meanwhile, this was not recorded; run the command again"
      )
    case .conflict(let path, let device, let sequence):
      path.says(
        zh: "与本文件的同一条记录（\(device)/\(sequence)）内容不同，没有合并任何内容。请用 wengu doctor 检查两个文件",
        en: "holds another event under the same key (\(device)/\(sequence)), so nothing was merged; "
          + "check both files with 'wengu doctor'"
      )
    case .unknownDeck(let path, let deck):
      path.says(
        zh: "没有记住卡组 \(deck)。`wengu decks` 列出记住的卡组",
        en: "does not remember the deck \(deck); 'wengu decks' lists those it does"
      )
    }
  }
}

extension FileAccess {
  fileprivate var isNotAllowed: Bilingual {
    switch self {
    case .read:
      Bilingual(
        zh: "没有读取权限。请检查文件和文件夹的权限",
        en: "may not be read; check the permissions of the file and its folder"
      )
    case .write:
      Bilingual(
        zh: "没有写入权限。请检查文件和文件夹的权限，或用 --data 指定别的文件夹",
        en: "may not be changed; check the permissions of the file and its folder, or use another with --data"
      )
    case .create:
      Bilingual(
        zh: "无法创建。请检查上一级文件夹的权限，或用 --data 指定别的文件夹",
        en: "cannot be made; check the permissions of the folder above it, or use another with --data"
      )
    }
  }
}

private func damage(_ detail: String) -> Bilingual {
  Bilingual(
    zh: "文件已损坏（\(detail)），没有改动它。请用 wengu doctor --repair 抢救，或用 wengu restore 换上备份",
    en:
      "is damaged (\(detail)) and was left as it is; save what can be read with 'wengu doctor --repair', "
      + "or go back to a backup with 'wengu restore'"
  )
}

extension String {
  /// A message that begins with this path.
  fileprivate func says(zh chinese: String, en english: String) -> Bilingual {
    Bilingual(zh: "\(self)：\(chinese)。", en: "\(self): \(english)")
  }

  fileprivate func says(_ message: Bilingual) -> Bilingual {
    says(zh: message.chinese, en: message.english)
  }
}
