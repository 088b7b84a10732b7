/*
 * Gives a process that has loaded its modules many lives (process.dlopen): each line on descriptor 3, the path of a socket,
 * a tab and an order, makes a copy of the process, which goes on as if it had been started with that order and this socket for
 * its standard output. The process itself never goes on; it says of each copy how it ended, and ends with descriptor 3.
 *
 * Safe where no other thread does anything: with --single-threaded and --v8-pool-size=0, and before the first store is open.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Of Node's stable interface; its headers are not installed everywhere. */
typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;
struct uv_loop_s;
extern int napi_create_string_utf8(napi_env, const char *, size_t, napi_value *);
extern int napi_get_uv_event_loop(napi_env, struct uv_loop_s **);
extern int uv_loop_fork(struct uv_loop_s *);

enum { ORDERS = 3 };
static int deaths[2];

static void died(int number) {
  (void)number;
  int before = errno;
  if (write(deaths[1], "", 1) < 0) abort();
  errno = before;
}

static void tellDeaths(void) {
  char taken[256];
  if (read(deaths[0], taken, sizeof taken) < 0 && errno != EINTR) abort();
  int status;
  for (pid_t life; (life = waitpid(-1, &status, WNOHANG)) > 0;)
    dprintf(1, "%d %d\n", life, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

/* V8 asks that its memory be left out of copies: most who fork start another program at once. */
static void letCopy(void) {
  FILE *maps = fopen("/proc/self/maps", "re");
  if (!maps) abort();
  char line[4096];
  for (unsigned long from, to; fgets(line, sizeof line, maps);)
    if (sscanf(line, "%lx-%lx", &from, &to) == 2) madvise((void *)from, to - from, MADV_DOFORK);
  fclose(maps);
}

/* In the copy: answers the order. */
static napi_value begin(napi_env env, char *line) {
  char *order = strchr(line, '\t');
  if (!order) abort();
  *order++ = 0;
  close(ORDERS);
  close(deaths[0]);
  close(deaths[1]);
  signal(SIGCHLD, SIG_DFL);
  struct sockaddr_un at = {.sun_family = AF_UNIX};
  if (strlen(line) >= sizeof at.sun_path) abort();
  memcpy(at.sun_path, line, strlen(line));
  int told = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (told < 0 || connect(told, (struct sockaddr *)&at, sizeof at) != 0 || dup2(told, 1) < 0) abort();
  close(told);
  dprintf(1, "%d\n", getpid());
  struct uv_loop_s *loop;
  napi_value value;
  if (napi_get_uv_event_loop(env, &loop) != 0 || uv_loop_fork(loop) != 0) abort();
  if (napi_create_string_utf8(env, order, strlen(order), &value) != 0) abort();
  return value;
}

__attribute__((visibility("default"))) napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  (void)exports;
  static char lines[65536];
  size_t held = 0;
  if (pipe(deaths) != 0) abort();
  struct sigaction onDeath = {.sa_handler = died, .sa_flags = SA_RESTART | SA_NOCLDSTOP};
  if (sigaction(SIGCHLD, &onDeath, NULL) != 0) abort();
  letCopy();
  for (;;) {
    struct pollfd events[2] = {{.fd = ORDERS, .events = POLLIN}, {.fd = deaths[0], .events = POLLIN}};
    if (poll(events, 2, -1) < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    if (events[1].revents) tellDeaths();
    if (!events[0].revents) continue;
    ssize_t got = read(ORDERS, lines + held, sizeof lines - held);
    if (got <= 0) _exit(0);
    held += (size_t)got;
    for (char *end; (end = memchr(lines, '\n', held));) {
      *end = 0;
      pid_t life = fork();
      if (life < 0) abort();
      if (life == 0) return begin(env, lines);
      size_t used = (size_t)(end - lines) + 1;
      held -= used;
      memmove(lines, end + 1, held);
    }
  }
}
