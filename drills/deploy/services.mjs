import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { root } from '../../bench/paths.mjs';
import { start } from '../../bench/processes.mjs';
import { findBinaries } from '../faults/binaries.mjs';
import { Cluster } from '../faults/cluster.mjs';
import { accepts, freePort } from '../shared/ports.mjs';
import { run } from './replay.mjs';

/** A user without privileges: `nobody` of Debian. */
export const nobody = { uid: 65534, gid: 65534 };
/** The options of `setpriv` that make a program run as this user, as in a container without capabilities. */
export const asNobody = [
  ...['--reuid=65534', '--regid=65534', '--clear-groups'],
  ...['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'],
];

const redisHost = 'redis:6379';
const database = 'customers';
/** A secret for every variable of deploy/.env. */
const secret = '0123456789abcdef'.repeat(4);

const read = (path) => readFile(join(root, 'deploy', path), 'utf8');
const withSecrets = (text) => text.replaceAll(/\$\{\w+:\?\}/g, secret);

/** Debian's programs in place of the containers of deploy/compose.yaml, with its files, secrets and options. */
export class Services {
  #home;
  #compose;
  /** @type {Cluster} */
  cluster;
  /** @type {import('node:child_process').ChildProcess} */
  redis;
  /** Ports of this machine by the host names of the services. */
  #ports = new Map();

  /** Creates the directory of the drill. */
  async prepare() {
    this.#home = await mkdtemp(join(tmpdir(), 'cg-deploy-'));
    await chmod(this.#home, 0o755);
    return this.#home;
  }

  async open() {
    this.#compose = parse(withSecrets(await read('compose.yaml')), { merge: true });
    await this.#openDatabase();
    await this.#openPooler();
    await this.openRedis();
  }

  get home() {
    return this.#home;
  }

  /** The text with the addresses of this machine in place of those of the services. */
  #at(text) {
    return [...this.#ports].reduce(
      (changed, [from, port]) => changed.replaceAll(from, `127.0.0.1:${port}`),
      text,
    );
  }

  /** The variables of the service `gateway`. */
  get environment() {
    return JSON.parse(this.#at(JSON.stringify(this.#compose.services.gateway.environment)));
  }

  async #openDatabase() {
    const binaries = await findBinaries();
    this.cluster = new Cluster(binaries, join(this.#home, 'postgres'));
    await this.cluster.directory('.');
    const options = ['-U', 'gateway', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    await this.cluster.run('initdb', '-D', this.cluster.data, ...options);
    // Logins with passwords, as in the container; the drill's own is the superuser.
    await writeFile(
      join(this.cluster.data, 'pg_hba.conf'),
      'host all gateway 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
    );
    await this.cluster.start();
    const port = this.cluster.port;
    this.#ports.set('postgres:5432', port);
    await run('bash', [join(root, 'deploy', 'compose', 'create-database.sh')], {
      env: {
        PATH: `${binaries.bin}:${process.env.PATH}`,
        ...{ PGHOST: '127.0.0.1', PGPORT: String(port), POSTGRES_USER: 'gateway', POSTGRES_DB: 'postgres' },
        ...this.#compose.services.postgres.environment,
      },
    });
  }

  async #openPooler() {
    const port = await freePort();
    this.#ports.set('pgbouncer:6432', port);
    const users = join(this.#home, 'userlist.txt');
    await writeFile(users, this.#compose.configs.logins.content);
    const ini = (await read('compose/pgbouncer.ini'))
      .replace('host=postgres port=5432', `host=127.0.0.1 port=${this.cluster.port}`)
      .replace('listen_addr = 0.0.0.0', 'listen_addr = 127.0.0.1')
      .replace('listen_port = 6432', `listen_port = ${port}`)
      .replace('/etc/pgbouncer/userlist.txt', users);
    const file = join(this.#home, 'pgbouncer.ini');
    await writeFile(file, `${ini}unix_socket_dir =\n`);
    // PgBouncer does not run as root.
    await accepts(port, start('deploy-pgbouncer', 'setpriv', [...asNobody, '/usr/sbin/pgbouncer', file]));
  }

  /** Starts Redis, again at the same port. */
  async openRedis() {
    const port = this.#ports.get(redisHost) ?? (await freePort());
    this.#ports.set(redisHost, port);
    const [program, ...options] = this.#compose.services.redis.command;
    const before = options.slice(0, options.indexOf('--bind'));
    this.redis = start('deploy-redis', program, [...before, '--port', String(port), '--bind', '127.0.0.1']);
    await accepts(port, this.redis);
  }

  #client() {
    return new pg.Client({ connectionString: this.cluster.url(this.cluster.port, database) });
  }

  /** Runs a statement as the superuser. */
  async query(text) {
    const client = this.#client();
    await client.connect();
    await client.query(text).finally(() => client.end());
  }

  /** Changes a setting of the server. */
  async configure(text) {
    await this.cluster.query(text);
    await this.cluster.query('select pg_reload_conf()');
  }

  /** Locks a table; the returned function unlocks it. */
  async lock(table) {
    const client = this.#client();
    await client.connect();
    await client.query('begin');
    await client.query(`lock table ${table}`);
    return () => client.end();
  }

  async close() {
    await this.cluster?.stop('immediate');
    await rm(this.#home, { recursive: true, force: true });
  }
}
