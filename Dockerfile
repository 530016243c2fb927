FROM node:24-slim

ENV NODE_ENV=production IBID_CACHE=/cache IBID_STORE=/store/ibid.sqlite
WORKDIR /app
# The index of a large corpus is kept here: a volume that containers may share.
RUN install -d -o node /cache
# What users and servers set up is kept here: a volume of one container. Several share a PostgreSQL instead.
RUN install -d -o node -m 700 /store

COPY package.json package-lock.json LICENSE ./
RUN npm ci --omit=dev && npm cache clean --force
COPY bin bin
COPY commands commands
COPY corpus corpus
COPY src src
COPY styles styles

USER node
EXPOSE 3000
# Nothing listens without a public key: then the container is healthy as long as its process runs.
HEALTHCHECK --start-period=60s CMD ["node", "-e", "if (!process.env.DISCORD_PUBLIC_KEY) process.exit(0); fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/ibid.js"]
