import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** What keeps each answer safe in a browser; nobody else may show it in a frame. */
export function headers(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: policy([]),
    hsts: secure,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Lets these sites show the answer in a frame; with none it stays as it was. */
export function framedBy(origins: string[]): RequestHandler {
  const widened = helmet.contentSecurityPolicy(policy(origins))
  return (request, response, next) => {
    if (!origins.length) return next()
    // It knows no list; browsers that read frame-ancestors pass over it, older ones would refuse the frame.
    response.removeHeader('x-frame-options')
    widened(request, response, next)
  }
}

const policy = (frames: string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
    // What an owner sent is fetched with the token and shown from memory.
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    frameAncestors: ["'self'", ...frames],
    formAction: ["'self'"],
  },
})
