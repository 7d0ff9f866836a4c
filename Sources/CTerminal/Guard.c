// The signals: what stops or ends the process gives the terminal back first.

#include "CTerminal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t resumed;
static volatile sig_atomic_t resized;

static struct termios mode_before;
static volatile sig_atomic_t guarded = -1;

static const int fatal[] = {
  SIGHUP, SIGTERM, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction former[fatal_count];

static void give_back(void) {
  int descriptor = guarded;
  // A process in the background must not change the mode that the foreground set.
  if (descriptor < 0 || tcgetpgrp(descriptor) != getpgrp()) return;
  struct termios now;
  if (tcgetattr(descriptor, &now) != 0 || now.c_lflag == mode_before.c_lflag) return;
  tcsetattr(descriptor, TCSANOW, &mode_before);
  // The cursor stands behind a prompt; whatever comes next begins on a line of its own.
  ssize_t written = write(descriptor, "\r\n", 2);
  (void)written;
}

static void note(int number) {
  switch (number) {
    case SIGINT: interrupted = 1; break;
    case SIGCONT: resumed = 1; break;
    case SIGWINCH: resized = 1; break;
    default: break;
  }
}

static void end(int number) {
  int error = errno;
  give_back();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == number) sigaction(number, &former[i], NULL);
  }
  raise(number);
  errno = error;
}

static void stop(int number) {
  int error = errno;
  give_back();
  struct sigaction ours;
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, &ours);
  raise(number);
  sigset_t only;
  sigset_t before;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, &before);  // here the process stops
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(number, &ours, NULL);
  errno = error;
}

static bool is_ignored(int number) {
  struct sigaction now;
  return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void handle(int number, void (*handler)(int), struct sigaction *before) {
  // What a parent chose to ignore (nohup) stays ignored.
  if (is_ignored(number)) return;
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

void wengu_guard_terminal(int descriptor) {
  guarded = descriptor >= 0 && tcgetattr(descriptor, &mode_before) == 0 ? descriptor : -1;
  handle(SIGINT, note, NULL);
  if (guarded < 0) return;
  handle(SIGCONT, note, NULL);
  handle(SIGWINCH, note, NULL);
  handle(SIGTSTP, stop, NULL);
  for (int i = 0; i < fatal_count; i++) handle(fatal[i], end, &former[i]);
}

static bool take(volatile sig_atomic_t *noted) {
  bool was = *noted != 0;
  *noted = 0;
  return was;
}

wengu_wakeup wengu_wait(int descriptor) {
  if (descriptor < 0 || descriptor >= FD_SETSIZE) return WENGU_FAILED;
  sigset_t telling;
  sigset_t before;
  sigemptyset(&telling);
  sigaddset(&telling, SIGINT);
  sigaddset(&telling, SIGCONT);
  sigaddset(&telling, SIGWINCH);
  // Blocked but while waiting, so that none slips in between the look and the wait.
  sigprocmask(SIG_BLOCK, &telling, &before);
  wengu_wakeup wakeup;
  for (;;) {
    if (take(&interrupted)) {
      wakeup = WENGU_INTERRUPTED;
    } else if (take(&resumed)) {
      wakeup = WENGU_RESUMED;
    } else if (take(&resized)) {
      wakeup = WENGU_RESIZED;
    } else {
      fd_set set;
      FD_ZERO(&set);
      FD_SET(descriptor, &set);
      int count = pselect(descriptor + 1, &set, NULL, NULL, NULL, &before);
      if (count < 0 && errno == EINTR) continue;
      wakeup = count > 0 ? WENGU_READY : WENGU_FAILED;
    }
    break;
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return wakeup;
}

bool wengu_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}
