import 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Enrolled device that proved itself; for the log only, rights are checked on the device itself. */
    deviceId: string | undefined;
  }
}
