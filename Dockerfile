FROM node:20-slim

ENV NODE_ENV=production IBID_CACHE=/cache
WORKDIR /app
# The index of a large corpus is kept here: a volume that containers may share.
RUN install -d -o node /cache

COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY bin bin
COPY commands commands
COPY corpus corpus
COPY src src
COPY styles styles

USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/ibid.js"]
