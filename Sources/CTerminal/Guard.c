// The signals: what stops or ends the process gives the terminal back first.

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
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

static char screen_hello[256];
static char screen_goodbye[256];
static volatile sig_atomic_t has_screen;

void wengu_guard_screen(const char *hello, const char *goodbye) {
  has_screen = 0;
  strncpy(screen_hello, hello, sizeof screen_hello - 1);
  strncpy(screen_goodbye, goodbye, sizeof screen_goodbye - 1);
  has_screen = screen_goodbye[0] != 0;
}

void wengu_screen_greet(int descriptor) { wengu_write(descriptor, screen_hello, strlen(screen_hello)); }

static void give_back(void) {
  int descriptor = guarded;
  // A process in the background must not change the mode that the foreground set.
  if (descriptor < 0 || tcgetpgrp(descriptor) != getpgrp()) return;
  struct termios now;
  if (tcgetattr(descriptor, &now) != 0 || now.c_lflag == mode_before.c_lflag) return;
  tcsetattr(descriptor, TCSANOW, &mode_before);
  // The cursor stands behind a prompt; whatever comes next begins on a line of its own.
  ssize_t written = has_screen ? write(descriptor, screen_goodbye, strlen(screen_goodbye))
                               : write(descriptor, "\r\n", 2);
  (void)written;
}

// The handler may run on any thread, so it wakes the one that waits through a pipe.
static int bell[2] = {-1, -1};

static void note(int number) {
  int error = errno;
  switch (number) {
    case SIGINT: interrupted = 1; break;
    case SIGCONT: resumed = 1; break;
    case SIGWINCH: resized = 1; break;
    default: break;
  }
  ssize_t written = write(bell[1], "", 1);
  (void)written;
  errno = error;
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

static void hang_bell(void) {
  if (bell[0] >= 0 || pipe(bell) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(bell[i], F_SETFL, fcntl(bell[i], F_GETFL) | O_NONBLOCK);
    fcntl(bell[i], F_SETFD, FD_CLOEXEC);
  }
}

static bool is_watching;

void wengu_guard_terminal(int descriptor) {
  guarded = descriptor >= 0 && tcgetattr(descriptor, &mode_before) == 0 ? descriptor : -1;
  hang_bell();
  handle(SIGINT, note, NULL);
  // Taken over twice, a signal would find our own handler as the one before.
  if (guarded < 0 || is_watching) return;
  is_watching = true;
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

static void silence_bell(void) {
  char rung[64];
  while (read(bell[0], rung, sizeof rung) > 0) continue;
}

wengu_wakeup wengu_wait(int descriptor) {
  if (descriptor < 0 || descriptor >= FD_SETSIZE) return WENGU_FAILED;
  bool has_bell = bell[0] >= 0 && bell[0] < FD_SETSIZE;
  for (;;) {
    if (take(&interrupted)) return WENGU_INTERRUPTED;
    if (take(&resumed)) return WENGU_RESUMED;
    if (take(&resized)) return WENGU_RESIZED;
    fd_set set;
    FD_ZERO(&set);
    FD_SET(descriptor, &set);
    if (has_bell) FD_SET(bell[0], &set);
    int highest = has_bell && bell[0] > descriptor ? bell[0] : descriptor;
    int count = select(highest + 1, &set, NULL, NULL, NULL);
    if (count < 0 && errno != EINTR) return WENGU_FAILED;
    if (count <= 0) continue;
    if (has_bell && FD_ISSET(bell[0], &set)) {
      silence_bell();
    } else {
      return WENGU_READY;
    }
  }
}

bool wengu_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}
