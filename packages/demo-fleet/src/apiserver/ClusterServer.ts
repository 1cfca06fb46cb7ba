import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { concerns } from '../faults/concerns';
import type { Fault } from '../faults/Fault';
import type { Certificate } from '../certificates';
import { Access } from './http/Access';
import { respondError, setCommonHeaders } from './http/respond';
import { answer } from './http/routes';
import { Traffic } from './http/Traffic';
import type { SimulatedCluster } from './SimulatedCluster';

export interface ClusterServerOptions {
  cluster: SimulatedCluster;
  seed: number;
  speed: number;
  /** Plain HTTP without it. */
  certificate?: Certificate;
  /** Shown while the fault `tls-mismatch` lasts. */
  wrongCertificate: Certificate;
}

/** The listener of one simulated API server, and the faults of its connections. */
export class ClusterServer {
  readonly traffic = new Traffic();
  readonly #access: Access;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #fault: Fault | undefined;

  private constructor(private readonly options: ClusterServerOptions) {
    this.#access = Access.create(options.cluster.name, options.seed);
  }

  static create(options: ClusterServerOptions): ClusterServer {
    return new ClusterServer(options);
  }

  get url(): string {
    const scheme = this.options.certificate ? 'https' : 'http';
    return `${scheme}://127.0.0.1:${this.#port}`;
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** Port 0 takes any that is free. */
  async listen(port: number): Promise<void> {
    const mismatch = this.#fault?.type === 'tls-mismatch';
    const certificate = mismatch
      ? this.options.wrongCertificate
      : this.options.certificate;
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response);
    };
    // Longer than a client keeps an idle connection, as with real API servers.
    const settings = { keepAliveTimeout: 90_000 };
    const server = certificate
      ? createTlsServer({ ...settings, ...certificate }, onRequest)
      : createServer(settings, onRequest);
    server.on('connection', socket => this.traffic.add(socket));
    server.on(certificate ? 'secureConnection' : 'connection', socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      this.#hangUp();
      await closed;
    }
  }

  #hangUp(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  async setFault(fault: Fault | undefined): Promise<void> {
    const previous = this.#fault;
    this.#fault = fault;
    if (previous?.type === 'silent') {
      this.#hangUp();
    }
    if (previous?.type === 'refuse' || previous?.type === 'tls-mismatch') {
      await this.close();
      await this.listen(this.#port);
    }
    switch (fault?.type) {
      case 'silent':
        this.#freezeStreams(fault);
        break;
      case 'refuse':
        await this.close();
        break;
      case 'tls-mismatch':
        await this.close();
        await this.listen(this.#port);
        break;
      case 'group-missing':
        this.#endWatches(fault);
        break;
      default:
    }
  }

  /** What is written from now on stays in the sockets. */
  #freezeStreams(fault: Fault): void {
    if (fault.kind === undefined) {
      for (const socket of this.#sockets) {
        socket.cork();
      }
    }
  }

  #endWatches(fault: Fault): void {
    const { resources, storage } = this.options.cluster;
    for (const definition of resources.all()) {
      if (concerns(fault, definition)) {
        storage.storeOf(definition).cache.endWatches();
      }
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.traffic.requests++;
    if (this.#fault?.type === 'silent' && this.#fault.kind === undefined) {
      return;
    }
    setCommonHeaders(response);
    try {
      await answer(
        {
          cluster: this.options.cluster,
          access: this.#access,
          traffic: this.traffic,
          speed: this.options.speed,
          fault: this.#fault,
        },
        request,
        response,
      );
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
      } else {
        await respondError(request, response, error);
      }
    }
  }
}
